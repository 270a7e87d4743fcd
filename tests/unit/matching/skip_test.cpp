// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

using topos::test::code;

std::string without(const std::string& book, std::set<std::string> skip, std::string_view text) {
  return topos::test::Finder(book, std::move(skip)).lines(text);
}

const std::string turn = code("turn",
                              "patterns.en = ['(turn|pivot) to (asia|east)', { match = 'the pivot', near = "
                              "['@turn:document'] }, { match = 'eastward', id = 'adverb' }]\n"
                              "masks.en = ['pivot to east timor', { match = 'no turn', id = 'no' }]") +
                         code("doubt", "patterns.en = [{ match = 'doubt*', near = ['@turn'] }]");

}  // namespace

TEST_CASE("leaving a pattern out evaluates the whole book again: what refers to its hits goes too") {
  const std::string text = "A pivot to Asia is doubted, and the pivot goes on.";
  CHECK(without(turn, {}, text) == "turn: pivot to Asia | doubt: doubted | turn: the pivot");
  CHECK(without(turn, {"turn#en.1"}, text).empty());
  CHECK(without(turn, {"turn#en.2"}, text) == "turn: pivot to Asia | doubt: doubted");
  CHECK(without(turn, {"doubt#en.1"}, text) == "turn: pivot to Asia | turn: the pivot");
  CHECK(without(turn, {"turn#en.1"}, "The pivot is eastward, no doubt.") ==
        "turn: The pivot | turn: eastward | doubt: doubt");
  CHECK(without(turn, {"turn#adverb"}, "The pivot is eastward, no doubt.").empty());
}

TEST_CASE("leaving a mask out brings the masked matches back") {
  CHECK(without(turn, {}, "A pivot to East Timor, no turn to Asia").empty());
  CHECK(without(turn, {"turn#en.x1"}, "A pivot to East Timor, no turn to Asia") == "turn: pivot to East");
  CHECK(without(turn, {"turn#no"}, "A pivot to East Timor, no turn to Asia") == "turn: turn to Asia");
}

TEST_CASE("leaving out what is not there changes nothing") {
  CHECK(without(turn, {"turn#en.9", "x"}, "A turn to Asia") == "turn: turn to Asia");
}

TEST_CASE("codes that were not selected are evaluated where others need them, and not shown") {
  const topos::Codebook book = topos::parse_codebook(std::string(topos::test::book_head) + turn, "book.toml");
  topos::CompileOptions options;
  options.selection = topos::CodeSelection(std::vector<std::string>{"doubt"});
  topos::BookShelf shelf({&book}, options);
  topos::Annotator annotator(shelf, topos::default_analysis());
  topos::AnnotatedDocument annotated;
  annotated.document = topos::test::document_of("The turn to Asia is doubted.");
  annotator.annotate(annotated);
  REQUIRE(annotated.hits.size() == 1);
  CHECK(annotated.hits[0].code() == "doubt");
}
