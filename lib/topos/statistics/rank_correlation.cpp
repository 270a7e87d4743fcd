// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/rank_correlation.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace topos {

double kendall_tau_b(std::span<const double> x, std::span<const double> y) {
  const auto sign = [](double value) { return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0); };
  double alike = 0;
  double of_x = 0;
  double of_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = i + 1; j < x.size(); ++j) {
      const int a = sign(x[i] - x[j]);
      const int b = sign(y[i] - y[j]);
      alike += a * b;
      of_x += a * a;
      of_y += b * b;
    }
  return of_x > 0 && of_y > 0 ? alike / std::sqrt(of_x * of_y) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace topos
