// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/rank_correlation.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

TEST_CASE("Kendall's tau-b of lists with ties is that of other programs") {
  const std::vector<double> x{12, 2, 1, 12, 2};
  const std::vector<double> y{1, 4, 7, 1, 0};
  // The example of SciPy's kendalltau.
  CHECK(topos::kendall_tau_b(x, y) == doctest::Approx(-0.47140452));
  CHECK(topos::kendall_tau_b(x, x) == doctest::Approx(1));
}

TEST_CASE("Kendall's tau-b is undefined where a list orders nothing") {
  const std::vector<double> x{1, 2};
  const std::vector<double> same{3, 3};
  CHECK(std::isnan(topos::kendall_tau_b(x, same)));
  CHECK(std::isnan(topos::kendall_tau_b({}, {})));
}
