// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/silence.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using topos::chance_of_none;
using topos::expected_if_equal_rate;
using topos::silence_probability;
using topos::SilenceUnit;

namespace {

/// `silent` and `other` units of two sources, of which the first `speaking` of the other one speak.
std::vector<SilenceUnit> units(int silent, int other, int speaking) {
  std::vector<SilenceUnit> all;
  for (int i = 0; i < silent; ++i) all.push_back({true, false, false});
  for (int i = 0; i < other; ++i) all.push_back({false, true, i < speaking});
  return all;
}

}  // namespace

TEST_CASE("the chance of a silence at equal rates falls with what the other source says") {
  // Two texts of 2515 and 923 words: a frame with 10 hits in the longer one, 12, 4, 3 and 2; with 8 and 7 in the
  // shorter one, and 47.
  CHECK(chance_of_none(10, 923, 2515) == doctest::Approx(.0439).epsilon(.001));
  CHECK(chance_of_none(12, 923, 2515) == doctest::Approx(.0235).epsilon(.001));
  CHECK(chance_of_none(8, 923, 2515) == doctest::Approx(.0820).epsilon(.001));
  CHECK(chance_of_none(4, 923, 2515) == doctest::Approx(.2864).epsilon(.001));
  CHECK(chance_of_none(3, 923, 2515) == doctest::Approx(.3915).epsilon(.001));
  CHECK(chance_of_none(2, 923, 2515) == doctest::Approx(.5351).epsilon(.001));
  CHECK(chance_of_none(2, 2515, 923) == doctest::Approx(.0721).epsilon(.001));
  CHECK(chance_of_none(8, 2515, 923) == doctest::Approx(2.7e-5).epsilon(.01));
  CHECK(chance_of_none(7, 2515, 923) == doctest::Approx(1.0e-4).epsilon(.01));
  CHECK(chance_of_none(47, 923, 2515) == doctest::Approx(4.2e-7).epsilon(.02));
}

TEST_CASE("hits that equal rates would give are in proportion to words") {
  CHECK(expected_if_equal_rate(10, 923, 2515) == doctest::Approx(10.0 * 923 / 3438));
  CHECK(std::isnan(expected_if_equal_rate(3, 0, 0)));
  CHECK(std::isnan(chance_of_none(3, 0, 0)));
}

TEST_CASE("a silence is tested by giving documents to the sources in all ways") {
  // 5 of 10 documents are silent ones: C(7, 5) of C(10, 5) ways leave the 3 that speak to the other source.
  CHECK(silence_probability(units(5, 5, 3)) == doctest::Approx(21.0 / 252));
  CHECK(silence_probability(units(6, 5, 5)) == doctest::Approx(1.0 / 462));
}

TEST_CASE("fewer than five documents on a side are not tested, nor is what nobody says") {
  CHECK(std::isnan(silence_probability(units(4, 20, 20))));
  CHECK(std::isnan(silence_probability(units(20, 4, 4))));
  CHECK(std::isnan(silence_probability(units(8, 8, 0))));
  CHECK(std::isnan(silence_probability({})));
}

TEST_CASE("clusters of both sources are exchanged with themselves") {
  std::vector<SilenceUnit> all(6, SilenceUnit{true, true, false});
  for (int i = 0; i < 3; ++i) all[static_cast<std::size_t>(i)].speaks = true;
  all.push_back({false, true, true});  // has no part
  CHECK(silence_probability(all) == doctest::Approx(.125));
  all.resize(4);
  CHECK(std::isnan(silence_probability(all)));
}
