// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "topos/statistics/permutation.hpp"

namespace topos {

/// Values in the order of their times.
struct TimeSeries {
  std::span<const double> times;  ///< ascending, one for each value
  std::span<const double> values;
};

using SeriesFunction = double (*)(const TimeSeries& series, const PermutationSettings& settings);

struct MannKendall {
  double s;         ///< rising pairs minus falling pairs
  double variance;  ///< of s without trend, ties corrected
  double z;         ///< with continuity correction
  double p;         ///< two-sided
  double tau;       ///< s over the number of pairs of different values and times
};

/// Domain: at least 3 values, not all equal; NaN otherwise.   Cost: quadratic.   Source: Mann (1945), Kendall (1975).
[[nodiscard]] MannKendall mann_kendall(std::span<const double> values);

/// Where a series changes; `after` values lie before the change.
struct ChangePoint {
  std::size_t after = 0;
  double statistic = 0;
  double p = 0;  ///< NaN where the method gives none
};

/// The change at which ranks differ most.   Domain: at least 2 values.   Cost: quadratic.   Source: Pettitt (1979).
[[nodiscard]] ChangePoint pettitt(std::span<const double> values);

/// The change of mean that leaves the least squares; the statistic is the share of the sum of squares that it explains.
/// Domain: at least 2 values, not all equal; statistic NaN otherwise.   Cost: linear.
[[nodiscard]] ChangePoint least_squares_change(std::span<const double> values);

/// The change with the greatest standardised difference of means, its p from permutations of the values.
/// Domain: at least 4 values, not all equal; NaN otherwise.
[[nodiscard]] ChangePoint greatest_change(std::span<const double> values, const PermutationSettings& settings);

/// Changes of mean found one after the other, each lowering the squares by more than `penalty` times the variance
/// between neighbours; ascending.   Source: Scott and Knott (1974).
[[nodiscard]] std::vector<std::size_t> binary_segmentation(std::span<const double> values, double penalty);

}  // namespace topos
