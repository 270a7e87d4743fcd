// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "topos/annotation/detectors/citation_markers.hpp"

namespace {

/// "form span: references" of every marker, joined by " | ".
std::string markers(std::string_view text) {
  std::vector<topos::CitationMarker> found;
  topos::find_citation_markers(text, {0, static_cast<std::uint32_t>(text.size())}, found);
  std::string all;
  for (const topos::CitationMarker& one : found) {
    all.append(all.empty() ? "" : " | ").append(one.span.in(text)).append(one.integral ? " integral" : "").append(":");
    for (const std::string& reference : one.references) all.append(" ").append(reference).append(";");
  }
  return all;
}

}  // namespace

TEST_CASE("numbers in square brackets, ranges written out") {
  CHECK(markers("as shown [3].") == "[3]: 3;");
  CHECK(markers("as shown [3, 7-9].") == "[3, 7-9]: 3; 7; 8; 9;");
  CHECK(markers("as shown [3;5].") == "[3;5]: 3; 5;");
  CHECK(markers("as shown [12\u201314]") == "[12\u201314]: 12; 13; 14;");
  CHECK(markers("[1] and [2]") == "[1]: 1; | [2]: 2;");
}

TEST_CASE("other brackets are no citations") {
  for (const char* text :
       {"[]", "[a]", "[2019]", "[3", "[3,]", "[,3]", "[9-3]", "[1-51]", "[0]", "[3 4]", "[sic]", "[[3"}) {
    CAPTURE(text);
    CHECK(markers(text).empty());
  }
}

TEST_CASE("author and year in round brackets") {
  CHECK(markers("as shown (Meyer, 2019).") == "(Meyer, 2019): Meyer 2019;");
  CHECK(markers("as shown (Meyer & Lee 2019a, p. 12; see Ivanov et al., 2020)") ==
        "(Meyer & Lee 2019a, p. 12; see Ivanov et al., 2020): Meyer & Lee 2019a; Ivanov et al. 2020;");
  CHECK(markers("(cf. de Vries, 2019)") == "(cf. de Vries, 2019): de Vries 2019;");
  CHECK(markers("(Plan A 2025; Meyer, 2019)") == "(Plan A 2025; Meyer, 2019): Meyer 2019;");
  CHECK(markers("(the Bank, 2019)").empty());
  CHECK(markers("(ABC, 2025)") == "(ABC, 2025): ABC 2025;");
  CHECK(markers("(\u0418\u0432\u0430\u043d\u043e\u0432, 2019)") ==
        "(\u0418\u0432\u0430\u043d\u043e\u0432, 2019): \u0418\u0432\u0430\u043d\u043e\u0432 2019;");
}

TEST_CASE("dates, plans and years alone are no citations") {
  for (const char* text :
       {"(May 2022)", "(since 2014)", "(Vision 2025)", "(2019)", "(in March, 2020)", "(ASEAN Vision 2025)",
        "(ABC 2025)", "(the 1990s)", "(Meyer)", "(Resolution 2254, 2015)", "the plan (2019)", "a (b (Meyer, 2019"}) {
    CAPTURE(text);
    CHECK(markers(text).empty());
  }
}

TEST_CASE("a name with its year in brackets is an integral citation") {
  CHECK(markers("Meyer (2019) argues") == "Meyer (2019) integral: Meyer 2019;");
  CHECK(markers("as Meyer and Lee (2019, 2020) argue") ==
        "Meyer and Lee (2019, 2020) integral: Meyer and Lee 2019, 2020;");
  CHECK(markers("Meyer et al. (2019) argue") == "Meyer et al. (2019) integral: Meyer et al. 2019;");
}

TEST_CASE("superscripts behind words and marks, not behind units") {
  CHECK(markers("as shown\u00B3 there") == "\u00B3: 3;");
  CHECK(markers("as shown.\u00B9\u2074") == "\u00B9\u2074: 14;");
  CHECK(markers("5 m\u00B2").empty());
  CHECK(markers("20 km\u00B2").empty());
}

TEST_CASE("hostile brackets cost no more than their bytes") {
  CHECK(markers(std::string(200'000, '[')).empty());
  CHECK(markers(std::string(200'000, '(')).empty());
  std::string ranges = "[";
  for (int i = 0; i < 50'000; ++i) ranges += "1-50,";
  std::vector<topos::CitationMarker> found;
  ranges += "1]";
  topos::find_citation_markers(ranges, {0, static_cast<std::uint32_t>(ranges.size())}, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].references.size() == 1000);
}
