// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/codebook/codebook.hpp"

namespace {

std::string literal_fault(std::string_view pattern, std::string_view language = "en") {
  return faults(code("a", std::string("patterns.").append(language).append(" = [\"").append(pattern).append("\"]")));
}

}  // namespace

TEST_CASE("a word that the tokenizer cuts can never match, and the error shows where") {
  CHECK(literal_fault("trade a,b") == "10:23: the word 'a,b' can never match: a text is cut there: 'a' ',' 'b'\n");
  CHECK(literal_fault("=U.S.").find("'U.S' '.'") != std::string::npos);
  CHECK(literal_fault("(x|50%)").find("'50' '%'") != std::string::npos);
  CHECK(literal_fault("\u4e1c\u76df").find("can never match") != std::string::npos);
  CHECK(literal_fault("%") == "10:17: the word '%' can never match: it is punctuation, not a word\n");
  CHECK(literal_fault("a\\\\-b").find("'a' '-' 'b'") != std::string::npos);
}

TEST_CASE("words that can be one token pass, whatever their wildcards") {
  for (const char* good : {"=U.S", "don't", "o\u2019neil", "20,000", "3.5", "5g", "*.com", "?", "*", "na\u00efve*",
                           "re*", "x's", "2025"}) {
    CAPTURE(good);
    CHECK(literal_fault(good).empty());
  }
  CHECK(literal_fault("\u0441\u0443\u0432\u0435\u0440\u0435\u043d*", "ru").empty());
}

TEST_CASE("guards and masks are held to the same rule") {
  CHECK(faults(code("a", "patterns.en = [{ match = 'x', not_left = ['a;'] }]"))
            .starts_with("10:44: the word 'a;' can never match"));
  CHECK(faults(code("a", "masks.en = ['a;']")).starts_with("10:14: the word 'a;' can never match"));
}

TEST_CASE("a literal of a character language needs a character that counts") {
  CHECK(literal_fault("\u4e1c\uff0c\u76df", "zh").empty());
  CHECK(literal_fault("\u201c\u201d", "zh") ==
        "10:17: the word '\u201c\u201d' can never match: no character of it counts in this language\n");
}

TEST_CASE("an expression for any language may be written in a script without spaces") {
  CHECK(topos::expression_codebook({"\u4e1c\u76df"}, nullptr).codes.size() == 1);
  CHECK(topos::expression_codebook({"\u0e2b\u0e31\u0e19"}, nullptr).codes.size() == 1);
  CHECK_THROWS_AS((void)topos::expression_codebook({"a,b"}, nullptr), topos::Error);
}
