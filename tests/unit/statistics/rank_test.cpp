// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

#include "topos/statistics/samples.hpp"

TEST_CASE("members that are left out of a rank test have the smallest value") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::size_t targets = 1 + random() % 60;
    const std::size_t references = 1 + random() % 60;
    topos::RankTest test(targets, references);
    for (int again = 0; again < 2; ++again) {
      std::vector<double> all[2];
      std::vector<double> some[2];
      for (const int side : {0, 1})
        for (std::size_t i = 0; i < (side == 0 ? targets : references); ++i) {
          const double value = round % 3 == 0 ? 1 + static_cast<double>(random()) : static_cast<double>(random() % 5);
          all[side].push_back(value);
          if (value > 0) some[side].push_back(value);
        }
      const topos::MannWhitney wanted = topos::mann_whitney(all[0], all[1]);
      const topos::MannWhitney got = test(some[0], some[1]);
      CHECK(got.u == wanted.u);
      CHECK(got.exact == wanted.exact);
      CHECK(((std::isnan(got.p) && std::isnan(wanted.p)) || got.p == wanted.p));
    }
  }
}

TEST_CASE("a rank test without members or differences has no p") {
  CHECK(std::isnan(topos::RankTest(0, 3)({}, {}).p));
  CHECK(std::isnan(topos::RankTest(4, 3)({}, {}).p));
  CHECK(topos::RankTest(4, 3)({}, {}).u == 6);
}

TEST_CASE("rank tests are those of R's wilcox.test") {
  // wilcox.test(c(.1, .2, 0, 0, .4), c(0, 0, 0, 0, 0, .05)): W = 23, p = 0.11275019, with ties and continuity
  // corrected.
  const std::vector<double> target{.1, .2, .4};
  const std::vector<double> reference{.05};
  const topos::MannWhitney got = topos::RankTest(5, 6)(target, reference);
  CHECK(got.u == 23);
  CHECK(got.p == doctest::Approx(0.11275019).epsilon(1e-7));
}
