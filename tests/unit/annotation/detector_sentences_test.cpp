// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "kit/scored_set.hpp"

namespace {

using topos::test::ScoredSet;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t time = 0; time < times; ++time) all += text;
  return all;
}

/// Bytes of all texts in the fields of a finding.
std::size_t carried(const topos::Finding& finding) {
  std::size_t bytes = finding.span.end - finding.span.begin;
  for (const auto& [name, value] : finding.fields) {
    if (const auto* text = std::get_if<std::string>(&value)) bytes += text->size();
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
      for (const std::string& one : *list) bytes += one.size() + 1;
  }
  return bytes;
}

/// Texts that want to cost more than their bytes, each made of one short piece.
constexpr std::string_view pieces[] = {
    // marks and brackets
    "\u201C \u201C.\u201D", "\u201C", "\u201Cx ", "\u201Dx ", "\u00AB", "\" ", "\"x ", "( ", "[1", "[1-50]",
    "(AB) Alpha ((ABC) [1-9] ", "(A, 2019; ", "\u300C", "*",
    // times and numbers
    "31 February 0000 ", "\"a 31 February 0000 - 2015 to 2014-13-99 since 24.02.2022.1 years ago ", "1/2/",
    "9999-99-99 ", "BE 2565 ", "since ", "2015-", "\u5E74\uFF11\uFF192022\u5E7413\u670899\u65E5",
    "first and second priority $5 million million to 6-7 % of half ", "million ", "1.", "1,000,000,", "half of ",
    // clauses
    "because ", "because of, ", "led to and ", "said ", "as said by ", "according to ", "in x's ", "there is a ",
    "it is said ", "it is said that ", "is seen as ", "reportedly ", "he said that ", "that that ", "a, ", "and x ",
    "not because of a but ", "Moscow said: \u201C", "a who ", "a who said ", "one of ", ", saying x ",
    "a letter saying ", "said on Monday ", "described it ",
    // words
    "integration ", "priority ", "the the ", "the port of the long bay was closed again. "};

}  // namespace

TEST_CASE("every detector finds what its sentences hold and nothing else") {
  for (const topos::Detector* detector : topos::all_detectors()) ScoredSet(*detector).check();
}

TEST_CASE("a detector passes over languages that it has no rules for") {
  for (const topos::Detector* detector : topos::all_detectors()) {
    if (detector->languages.empty()) continue;
    CAPTURE(detector->name);
    CHECK(ScoredSet(*detector)
              .annotate("The integration (ABC) of two states is the top priority.", "tlh")
              .findings.empty());
  }
  CHECK_FALSE(topos::detectors::cause.knows("ru"));
  CHECK_FALSE(topos::detectors::attribution.knows("zh"));
  CHECK(topos::detectors::reference.knows("zh"));
}

TEST_CASE("what a state says in its own statement is its own voice") {
  topos::Metadata metadata;
  metadata.set("country", "Norland");
  ScoredSet set(topos::detectors::attribution);
  CHECK(set.annotate("Norland believes that the strait is open.", "en", metadata).findings.empty());
  CHECK_FALSE(set.annotate("Norland believes that the strait is open.").findings.empty());
}

TEST_CASE("whatever comes, detectors end, their findings lie in the text and carry no more than a multiple of it") {
  constexpr std::size_t bytes = 100'000;
  constexpr std::size_t most_times = 32;
  for (const topos::Detector* detector : topos::all_detectors()) {
    CAPTURE(detector->name);
    ScoredSet set(*detector);
    for (const std::string_view piece : pieces) {
      CAPTURE(piece);
      const std::string text = repeated(piece, bytes / piece.size());
      std::size_t all = 0;
      for (const topos::Finding& finding : set.annotate(text).findings) {
        REQUIRE(finding.span.begin < finding.span.end);
        REQUIRE(finding.span.end <= text.size());
        all += carried(finding);
      }
      CHECK(all <= most_times * text.size());
    }
  }
}

TEST_CASE("hostile lists of references cost no more than their bytes") {
  ScoredSet set(topos::detectors::reference);
  for (const std::string_view piece : {"[1] ", "(2019) ", "2019, ", "http://a", "http://a.b ", "](http://", "*", "\"",
                                       "10.1000/", "[1]\n", "A & ", "((", ",,"}) {
    CAPTURE(piece);
    (void)set.annotate(repeated(piece, 20'000));
  }
}

TEST_CASE("many sentences that share their words are compared in passing") {
  const std::string text = repeated(
      "The port of the long bay was closed again in May. A road of the long bay was opened again in May. ", 5'000);
  CHECK_FALSE(ScoredSet(topos::detectors::duplicate).annotate(text).findings.empty());
}
