// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "kit/finder.hpp"

namespace {

/// The codebook that the manual shows from end to end.
const std::string book =
    R"(
[macros]
toward = 'to|toward|towards'
[[code]]
id = 'frame.eastward_turn'
label = 'Eastward turn'
dimension = 'discourse'
definition = 'A state redirects its policy toward the East.'
patterns.en = [
  '(turn|pivot*) <0-2> $toward <0-2> (asia|east)',
  { match = 'the pivot', near = ['@frame.eastward_turn:document'] },
]
masks.en = ['$toward <0-1> middle east']
)" +
    topos::test::code("actor.org.asean",
                      "group = 'actor'\npatterns.en = ['=ASEAN', '=Association =of =Southeast =Asian =Nations']") +
    topos::test::code("actor.collective.southeast_asia",
                      "group = 'actor'\npatterns.en = ['=Southeast (=Asia|=Asian)']") +
    topos::test::code("frame.centrality", "patterns.en = [{ match = '(key|pivotal) role', near = ['@actor:8'] }]");

}  // namespace

TEST_CASE("the complete example of the manual") {
  topos::test::Finder finder(book);
  const std::string text =
      "The pivot to Asia is real; the pivot gives the Association of Southeast Asian Nations a pivotal role. They then "
      "turn to the Middle East.";
  CHECK(finder.lines(text) ==
        "frame.eastward_turn: pivot to Asia | frame.eastward_turn: the pivot | actor.org.asean: Association of "
        "Southeast Asian Nations | "
        "frame.centrality: pivotal role");
  const topos::AnnotatedDocument found = finder.annotate(text);
  REQUIRE(found.hits.size() == 4);
  CHECK(found.hits[0].pattern() == "frame.eastward_turn#en.1");
  CHECK(found.hits[1].pattern() == "frame.eastward_turn#en.2");
  CHECK(found.hits[2].pattern() == "actor.org.asean#en.2");
  CHECK(found.hits[3].pattern() == "frame.centrality#en.1");
}

TEST_CASE("'the pivot' alone is no hit") {
  CHECK(topos::test::lines(book, "The pivot is real, and the pivot goes on.").empty());
}
