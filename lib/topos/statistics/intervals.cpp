// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/statistics/distributions.hpp"

namespace topos {
namespace {

constexpr Interval no_interval{undefined, undefined};

void sort_defined(std::vector<double>& values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  std::sort(values.begin(), values.end());
}

/// How the estimate's standard error changes with the estimate.
double acceleration(std::span<const double> jackknife) {
  const double mean = std::accumulate(jackknife.begin(), jackknife.end(), 0.0) / static_cast<double>(jackknife.size());
  double squares = 0;
  double cubes = 0;
  for (const double value : jackknife) {
    const double distance = mean - value;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  return cubes / (6 * std::pow(squares, 1.5));
}

}  // namespace

double quantile(std::span<const double> ascending, double share) {
  if (ascending.empty() || !(share >= 0 && share <= 1)) return undefined;
  const double at = share * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (at - static_cast<double>(below)) * (ascending[above] - ascending[below]);
}

Interval percentile_interval(std::vector<double> replicates, double level) {
  sort_defined(replicates);
  return {quantile(replicates, (1 - level) / 2), quantile(replicates, (1 + level) / 2)};
}

Interval expanded_interval(std::vector<double> replicates, std::size_t rows, double level) {
  if (rows < 2) return no_interval;
  const double degrees = static_cast<double>(rows - 1);
  const double z = student_upper_quantile((1 - level) / 2, degrees) * std::sqrt(static_cast<double>(rows) / degrees);
  return percentile_interval(std::move(replicates), 1 - 2 * normal_upper(z));
}

Interval bca_interval(std::vector<double> replicates, double estimate, std::span<const double> jackknife,
                      double level) {
  sort_defined(replicates);
  if (replicates.empty() || std::isnan(estimate)) return no_interval;
  if (replicates.front() == estimate && replicates.back() == estimate) return {estimate, estimate};
  const auto [first, last] = std::equal_range(replicates.begin(), replicates.end(), estimate);
  // Replicates at the estimate count half: a discrete statistic has many.
  const double lower = static_cast<double>(first - replicates.begin()) + static_cast<double>(last - first) / 2;
  const double bias = normal_quantile(lower / static_cast<double>(replicates.size()));
  const double a = acceleration(jackknife);
  const auto moved = [&](double share) {
    const double z = bias + normal_quantile(share);
    return normal_lower(bias + z / (1 - a * z));
  };
  return {quantile(replicates, moved((1 - level) / 2)), quantile(replicates, moved((1 + level) / 2))};
}

Interval wilson_interval(double hits, double trials, double level) {
  if (!(trials > 0 && hits >= 0 && hits <= trials)) return no_interval;
  const double z = normal_quantile((1 + level) / 2);
  const double share = hits / trials;
  const double centre = share + z * z / (2 * trials);
  const double half = z * std::sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
  const double scale = 1 + z * z / trials;
  return {hits == 0 ? 0 : (centre - half) / scale, hits == trials ? 1 : (centre + half) / scale};
}

Interval clopper_pearson_interval(double hits, double trials, double level) {
  if (!(trials > 0 && hits >= 0 && hits <= trials)) return no_interval;
  const double tail = (1 - level) / 2;
  return {hits == 0 ? 0 : beta_quantile(tail, hits, trials - hits + 1),
          hits == trials ? 1 : beta_quantile(1 - tail, hits + 1, trials - hits)};
}

}  // namespace topos
