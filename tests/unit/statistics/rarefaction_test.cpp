// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/rarefaction.hpp"

#include <doctest/doctest.h>

#include <array>

using topos::drawn_hits;
using topos::Random;

TEST_CASE("hits among drawn words follow the hypergeometric distribution") {
  // Of ten words four are hits and five are drawn: 6, 60, 120, 60 and 6 of 252 draws have none to four of them.
  constexpr std::array<double, 5> wanted{6.0 / 252, 60.0 / 252, 120.0 / 252, 60.0 / 252, 6.0 / 252};
  std::array<int, 5> seen{};
  constexpr int draws = 40000;
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    Random random(1, 2, draw);
    ++seen.at(static_cast<std::size_t>(drawn_hits(random, 4, 10, 5)));
  }
  for (std::size_t i = 0; i < wanted.size(); ++i)
    CHECK(seen[i] / double{draws} == doctest::Approx(wanted[i]).epsilon(0.08));
}

TEST_CASE("all words have all hits and no words have none") {
  Random random(1, 1, 1);
  CHECK(drawn_hits(random, 7, 30, 30) == 7);
  CHECK(drawn_hits(random, 7, 30, 0) == 0);
  CHECK(drawn_hits(random, 0, 30, 10) == 0);
  CHECK(drawn_hits(random, 0, 0, 0) == 0);
  CHECK(drawn_hits(random, 40, 30, 30) == 30);
}
