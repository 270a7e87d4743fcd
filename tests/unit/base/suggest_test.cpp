// SPDX-License-Identifier: Apache-2.0
#include "topos/base/suggest.hpp"

#include <doctest/doctest.h>

using topos::edit_distance;
using topos::nearest;

TEST_CASE("a swap of neighbours costs as much as one letter") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("coutn", "count") == 1);
  CHECK(edit_distance("ca", "abc") == 3);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("the nearest names come first and far ones not at all") {
  const std::vector<std::string> known = {"count", "compare", "kwic", "report", "read"};
  CHECK(nearest("coutn", known) == std::vector<std::string>{"count"});
  CHECK(nearest("repot", known) == std::vector<std::string>{"report"});
  CHECK(nearest("comp", known) == std::vector<std::string>{"compare"});
  CHECK(nearest("zzzzzz", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest(std::string(100000, 'x'), known).empty());
}

TEST_CASE("a hint names what was perhaps meant") {
  CHECK(topos::did_you_mean("kwik", {"kwic", "count"}) == "did you mean 'kwic'?");
  CHECK(topos::did_you_mean("abd", {"abc", "abe", "abf"}) == "did you mean 'abc', 'abe' or 'abf'?");
  CHECK(topos::did_you_mean("zebra", {"kwic"}).empty());
}
