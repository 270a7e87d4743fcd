// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/scored_set.hpp"

namespace {

using topos::test::code;
using topos::test::ScoredSet;

std::string book() {
  return code("actor.norland", "patterns.en = ['norland']") + code("actor.bay", "patterns.en = ['bay union']");
}

ScoredSet causes() { return {topos::detectors::cause, {"cause", "marker", "effect", "negated"}, book()}; }
ScoredSet attributions() {
  return {topos::detectors::attribution, {"kind", "source", "cue", "content", "actor", "negated"}, book()};
}
ScoredSet duplicates() {
  return {topos::detectors::duplicate, {"text", "kind", "unit", "earlier", "shared", "shingles"}, book()};
}
ScoredSet references() {
  return {topos::detectors::reference,
          {"number", "authors", "years", "title", "container", "urls", "doi", "lint", "duplicate_of", "tracking"},
          book()};
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int time = 0; time < times; ++time) all += text;
  return all;
}

}  // namespace

TEST_CASE("causes and effects of the scored set") { causes().check(); }
TEST_CASE("attributions of the scored set") { attributions().check(); }
TEST_CASE("repeats of the scored set") { duplicates().check(); }
TEST_CASE("references of the scored set") { references().check(topos::RegionName::references); }

TEST_CASE("what a state says in its own statement is its own voice") {
  topos::Metadata metadata;
  metadata.set("country", "Norland");
  ScoredSet set = attributions();
  CHECK(set.records("Norland believes that the strait is open.", topos::RegionName::body, metadata).empty());
  CHECK_FALSE(set.records("Norland believes that the strait is open.").empty());
}

TEST_CASE("clause rules know no other language than English") {
  topos::AnnotatedDocument annotated;
  CHECK(topos::detectors::cause.knows("en"));
  CHECK_FALSE(topos::detectors::cause.knows("ru"));
  CHECK_FALSE(topos::detectors::attribution.knows("zh"));
  CHECK(topos::detectors::reference.knows("zh"));
}

TEST_CASE("hostile sentences cost no more than their bytes") {
  constexpr int many = 20'000;
  for (const char* text : {"because ", "because of, ", "led to and ", "( ", "\" ", "said ", "as said by ",
                           "according to ", "in x's ", "there is a ", "it is said ", "it is said that ", "is seen as ",
                           "reportedly ", "he said that ", "that that ", "a, ", "and x "}) {
    CAPTURE(text);
    const std::string long_line = repeated(text, many);
    (void)causes().records(long_line);
    (void)attributions().records(long_line);
    (void)duplicates().records(long_line);
  }
}

TEST_CASE("hostile lists of references cost no more than their bytes") {
  constexpr int many = 20'000;
  for (const char* text : {"[1] ", "(2019) ", "2019, ", "http://a", "http://a.b ", "](http://", "*", "\"", "10.1000/",
                           "[1]\n", "A & ", "((", ",,"}) {
    CAPTURE(text);
    (void)references().records(repeated(text, many), topos::RegionName::references);
  }
}

TEST_CASE("many sentences that share their words are compared in passing") {
  const std::string text = repeated(
      "The port of the long bay was closed again in May. A road of the long bay was opened again in May. ", 5'000);
  CHECK_FALSE(duplicates().records(text).empty());
}
