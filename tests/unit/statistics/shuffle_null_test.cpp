// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/shuffle_null.hpp"

#include <doctest/doctest.h>

#include <cmath>

using topos::shuffle_null;

TEST_CASE("one document is a hypergeometric test") {
  // Of 70 ways of putting four things on eight places, one has all four on four marked places and 16 have three.
  const topos::ShuffleNull all = shuffle_null(4, {{8, 4, 4}});
  CHECK(all.mean == doctest::Approx(2));
  CHECK(all.p == doctest::Approx(2.0 / 70));
  CHECK(shuffle_null(3, {{8, 4, 4}}).p == doctest::Approx(34.0 / 70));
  CHECK(shuffle_null(0, {{8, 4, 4}}).p == doctest::Approx(2.0 / 70));
  CHECK(shuffle_null(2, {{8, 4, 4}}).p == 1);
}

TEST_CASE("documents are shuffled each for itself") {
  // One thing on one of two marked places of four, and one on one of one marked of two: both with probability 1/4.
  const topos::ShuffleNull both = shuffle_null(2, {{4, 2, 1}, {2, 1, 1}});
  CHECK(both.mean == doctest::Approx(1));
  CHECK(both.p == doctest::Approx(0.5));
  CHECK(shuffle_null(1, {{4, 2, 1}, {2, 1, 1}}).p == 1);
}

TEST_CASE("what no shuffle can change has no p") {
  CHECK(std::isnan(shuffle_null(3, {{5, 5, 3}, {4, 1, 4}}).p));
  CHECK(shuffle_null(3, {{5, 5, 3}, {4, 1, 4}}).mean == 4);
  CHECK(std::isnan(shuffle_null(0, {}).mean));
  CHECK(std::isnan(shuffle_null(0, {}).p));
}

TEST_CASE("the order of documents changes no bit and large documents are no obstacle") {
  const topos::ShuffleNull one = shuffle_null(700, {{1e6, 2e4, 3e4}, {500, 20, 30}, {40, 3, 4}});
  const topos::ShuffleNull other = shuffle_null(700, {{40, 3, 4}, {1e6, 2e4, 3e4}, {500, 20, 30}});
  CHECK(one.p == other.p);
  CHECK(one.mean == other.mean);
  CHECK(one.mean == doctest::Approx(601.5));
  CHECK(one.p > 1e-5);
  CHECK(one.p < 1e-3);
  CHECK(shuffle_null(900, {{1e6, 2e4, 3e4}}).p == topos::least_shuffle_p);
}
