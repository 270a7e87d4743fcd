// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "kit/finder.hpp"

using topos::test::matches;

TEST_CASE("a regex begins at a token, is the longest, and ends at the end of a token") {
  CHECK(matches("/[A-Z]\\/RES\\/[0-9]+/", "see A/RES/75 now") == "A/RES/75");
  CHECK(matches("/[A-Z]\\/RES\\/[0-9]/", "see A/RES/75 now").empty());
  CHECK(matches("/ivot/", "the pivot").empty());
  CHECK(matches("/pivot|pivot to/", "pivot to Asia") == "pivot to");
  CHECK(matches("/\\pL+ \\pL+/", "one two three") == "one two");
}

TEST_CASE("a regex is case-sensitive unless it says otherwise") {
  CHECK(matches("/pivot/", "Pivot pivot") == "pivot");
  CHECK(matches("/(?i)pivot/", "Pivot pivot") == "Pivot | pivot");
}

TEST_CASE("a regex sees the bytes as they are") {
  CHECK(matches("/win–win/", "a win–win deal") == "win–win");
  CHECK(matches("/win-win/", "a win–win deal").empty());
  CHECK(matches("/foreign\\pZpolicy/", "foreign\u00A0policy") == "foreign\u00A0policy");
}

TEST_CASE("at the start of a pattern a regex may take punctuation") {
  CHECK(matches("/\\([0-9]+\\)/", "as said (12) here") == "(12)");
  CHECK(matches("/\\[/ 9", "as in [9]") == "[9");
}

TEST_CASE("a regex is an element among others") {
  CHECK(matches("since /[0-9]{4}s?/", "since 1990s, since 199") == "since 1990s");
  CHECK(matches("/[0-9]+/ states", "19 states") == "19 states");
  CHECK(matches("the <0-2> /[A-Z]{2,}/ plan", "the old ASEAN plan") == "the old ASEAN plan");
  CHECK(matches("(/[0-9]+/|several) states", "several states, 7 states") == "several states | 7 states");
  CHECK(matches("china /influence/", "China's influence") == "China's influence");
}

TEST_CASE("a regex never leaves its sentence") { CHECK(matches("/One\\.( Two)?/", "One. Two.") == "One."); }
