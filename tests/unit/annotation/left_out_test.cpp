// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/left_out.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kit/finder.hpp"

namespace {

using topos::test::code;

const std::string turn =
    code("turn",
         "patterns.en = ['(turn|pivot) to (asia|east)', { match = 'the pivot', near = ['@turn:document'] }, 'never']") +
    code("doubt", "patterns.en = [{ match = 'doubt*', near = ['@turn'] }]") +
    code("short", "group = 'g'\npatterns.en = ['power']") + code("long", "group = 'g'\npatterns.en = ['great power']");

/// "pattern: code n, code n" of each pattern that changes something.
std::string changes(
    std::string_view text,
    const std::function<void(topos::AnnotatedDocument&)>& decide = [](topos::AnnotatedDocument&) {}) {
  topos::test::Finder finder(turn);
  const topos::Query query({});
  topos::Tallier tallier(query);
  const topos::AnnotatedDocument found = finder.annotate(text);
  topos::AnnotatedDocument decided = found;
  decide(decided);
  const topos::DocumentTally before = tallier.tally(decided, false);
  std::string all;
  for (const topos::WithoutPattern& one :
       topos::leave_out_patterns(found, finder.annotator(), tallier, before, decide)) {
    all.append(all.empty() ? "" : " | ").append(one.pattern->pattern).append(":");
    for (const topos::ChangedRow& row : one.rows)
      all.append(" ").append(row.kind->code).append(" ").append(std::to_string(row.n));
  }
  return all;
}

}  // namespace

TEST_CASE("a pattern takes what refers to its hits with it") {
  CHECK(changes("A pivot to Asia is doubted, and the pivot goes on.") ==
        "turn#en.1: turn 0 doubt 0 | turn#en.2: turn 1 | doubt#en.1: doubt 0");
}

TEST_CASE("without the longer pattern of a group the shorter one comes back") {
  CHECK(changes("A great power and a power.") == "short#en.1: short 0 | long#en.1: long 0 short 2");
}

TEST_CASE("patterns that nothing rests on stand alone") {
  const auto alone = [](std::string_view text) {
    topos::test::Finder finder(turn);
    const topos::AnnotatedDocument found = finder.annotate(text);
    std::string all;
    finder.annotator().each_without(
        found, [](const topos::HitKind&, const std::vector<topos::Hit>&) {},
        [&](const topos::HitKind& pattern) { all.append(all.empty() ? "" : " ").append(pattern.pattern); });
    return all;
  };
  CHECK(alone("A great power and a power.") == "short#en.1");
  CHECK(alone("A power.") == "short#en.1");
  CHECK(alone("A pivot to Asia.") == "turn#en.1");
  CHECK(alone("A pivot to Asia, and the pivot goes on.").empty());
  CHECK(alone("A pivot to Asia is doubted.") == "doubt#en.1");
}

TEST_CASE("only patterns that are wanted are left out") {
  topos::test::Finder finder(turn);
  const topos::Query query({});
  topos::Tallier tallier(query);
  const topos::AnnotatedDocument found = finder.annotate("A great power, and a pivot to Asia.");
  const std::vector<topos::WithoutPattern> all =
      topos::leave_out_patterns(found, finder.annotator(), tallier, tallier.tally(found, false), {},
                                [](const topos::HitKind& kind) { return kind.code == "turn"; });
  REQUIRE(all.size() == 1);
  CHECK(all.front().pattern->pattern == "turn#en.1");
}

TEST_CASE("patterns without a match change nothing") { CHECK(changes("Nothing is here.").empty()); }

TEST_CASE("what people decided is decided in each variant") {
  const auto drop_doubt = [](topos::AnnotatedDocument& annotated) {
    std::erase_if(annotated.hits, [](const topos::Hit& hit) { return hit.code() == "doubt"; });
  };
  CHECK(changes("A pivot to Asia is doubted, and the pivot goes on.", drop_doubt) ==
        "turn#en.1: turn 0 | turn#en.2: turn 1");
}
