// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/codebook/codebook.hpp"
#include "trees.hpp"

TEST_CASE("an expression is a code of its own in every language, called as it was typed") {
  const topos::Codebook book = topos::expression_codebook({"multipolar*", "win-win"}, nullptr);
  REQUIRE(book.codes.size() == 2);
  CHECK(book.codes[0].id == "multipolar*");
  CHECK(shown(book.codes[1].languages.at("").patterns[0].root) == "[win win]");
  CHECK(book.codes[1].languages.at("").patterns[0].id == "win-win#1");
}

TEST_CASE("the codes of the base come first, and only if an expression refers to them") {
  const topos::Codebook base =
      topos::parse_codebook(std::string(head) + code("actor.org", "patterns.en = ['x']"), "book.toml");
  CHECK(topos::expression_codebook({"pivot"}, &base).codes.size() == 1);
  const topos::Codebook book = topos::expression_codebook({"@actor <0-3> pivot", "actor", "actor.org"}, &base);
  REQUIRE(book.codes.size() == 4);
  CHECK(book.codes[0].id == "actor.org");
  CHECK(book.codes[1].id == "@actor <0-3> pivot");
  CHECK(book.codes[2].id == "'actor'");
  CHECK(book.codes[3].id == "'actor.org'");
  CHECK(book.checksum != topos::expression_codebook({"@actor <0-3> pivot"}, &base).checksum);
}

TEST_CASE("an error names the expression and the column in it") {
  const auto fault = [](const std::vector<std::string>& expressions) {
    try {
      (void)topos::expression_codebook(expressions, nullptr);
      return std::string("no error");
    } catch (const topos::Error& error) {
      return std::string(error.what());
    }
  };
  CHECK(fault({"fine", "a (b"}) == "-e:2:3: the group that begins here is not closed [pattern]");
  CHECK(fault({"a", "a"}) == "-e:2:1: the pattern is given twice [pattern]");
  CHECK(fault({"x @actor"}) == "-e:1:3: @actor is neither a code nor an ancestor of one [pattern]");
  CHECK(fault({"$turn"}) == "-e:1:1: no macro is called $turn [pattern]");
  CHECK(fault({""}) == "-e:1:1: the pattern is empty [pattern]");
}
