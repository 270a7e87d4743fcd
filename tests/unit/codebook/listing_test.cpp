// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/listing.hpp"

namespace {

topos::Codebook book() {
  return topos::parse_codebook(
      std::string(head) + "[macros]\nm = 'x'\n[language.zh]\nstatus = 'draft'\n" +
          code("actor.org.asean",
               "patterns.en = ['$m', 'y']\npatterns.zh = ['\u4e1c']\nmasks.en = ['z']\nexamples.en = ['x']") +
          code("frame.turn", "patterns.en = [{ match = 'v', near = ['@actor'] }]") + code("actor", "") +
          code("actor.state", "patterns.en = ['w @actor.org']"),
      "book.toml");
}

}  // namespace

TEST_CASE("the tree lists ancestors before what lies below them and sums what they cover") {
  const topos::Codebook demo = book();
  std::string lines;
  for (const topos::TreeLine& line : topos::code_tree(demo)) {
    lines += std::string(line.depth * 2, ' ') + line.id + (line.code == nullptr ? " -" : "") + ' ' +
             std::to_string(line.codes) + ' ' + std::to_string(line.entries.patterns) + '\n';
  }
  CHECK(lines ==
        "actor 3 4\n  actor.org - 1 3\n    actor.org.asean 1 3\n  actor.state 1 1\nframe - 1 1\n  frame.turn 1 1\n");
}

TEST_CASE("a book is counted by language and dimension") {
  const topos::BookStatistics found = topos::book_statistics(book());
  CHECK(found.codes == 4);
  CHECK(found.codes_without_patterns == 1);
  CHECK(found.macros == 1);
  CHECK(found.guarded_patterns == 1);
  CHECK(found.entries == topos::EntryCounts{5, 1, 1, 0});
  REQUIRE(found.languages.size() == 3);
  CHECK(found.languages[0].codes == 3);
  CHECK(found.languages[0].entries.patterns == 4);
  CHECK_FALSE(found.languages[0].draft);
  CHECK(found.languages[1].draft);
  CHECK(found.languages[2].codes == 0);
  CHECK(found.dimensions.at("d") == 4);
}

TEST_CASE("a code knows whom it names and who names it, also through an ancestor") {
  const topos::Codebook demo = book();
  CHECK(topos::code_relations(demo, "frame.turn").refers_to == std::vector<std::string>{"actor"});
  CHECK(topos::code_relations(demo, "actor.org.asean").referred_by ==
        std::vector<std::string>{"actor.state", "frame.turn"});
  CHECK(topos::code_relations(demo, "nobody").referred_by.empty());
}
