// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/series.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "topos/base/number.hpp"
#include "topos/statistics/distributions.hpp"
#include "topos/statistics/random.hpp"

namespace topos {
namespace {

int sign(double x) { return (x > 0) - (x < 0); }

double square_sum(std::span<const double> values) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

/// The greatest of what a change of mean after at least `margin` values, and before as many, takes off the squares.
ChangePoint greatest_reduction(std::span<const double> values, std::size_t margin) {
  const double n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  ChangePoint best{0, -1, undefined};
  double sum = 0;
  for (std::size_t after = 1; after < values.size(); ++after) {
    sum += values[after - 1] - mean;
    if (after < margin || values.size() - after < margin) continue;
    const double k = static_cast<double>(after);
    const double reduction = sum * sum * n / (k * (n - k));
    if (reduction > best.statistic) best = {after, reduction, undefined};
  }
  return best;
}

/// Orders of n values; grows to infinity.
double orders(std::size_t n) { return std::tgamma(static_cast<double>(n) + 1); }

void split(std::span<const double> values, std::size_t offset, double least, std::vector<std::size_t>& changes) {
  if (values.size() < 2) return;
  const ChangePoint change = greatest_reduction(values, 1);
  if (!(change.statistic > least)) return;
  split(values.first(change.after), offset, least, changes);
  changes.push_back(offset + change.after);
  split(values.subspan(change.after), offset + change.after, least, changes);
}

}  // namespace

MannKendall mann_kendall(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  std::map<double, double> tied;
  for (const double value : values) ++tied[value];
  if (values.size() < 3 || tied.size() < 2) return {undefined, undefined, undefined, undefined, undefined};
  double s = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = i + 1; j < values.size(); ++j) s += sign(values[j] - values[i]);
  double variance = n * (n - 1) * (2 * n + 5);
  double tied_pairs = 0;
  for (const auto& [value, count] : tied) {
    variance -= count * (count - 1) * (2 * count + 5);
    tied_pairs += count * (count - 1) / 2;
  }
  variance /= 18;
  const double z = (s - sign(s)) / std::sqrt(variance);
  const double pairs = n * (n - 1) / 2;
  return {s, variance, z, 2 * normal_upper(std::abs(z)), s / std::sqrt(pairs * (pairs - tied_pairs))};
}

ChangePoint pettitt(std::span<const double> values) {
  if (values.size() < 2) return {0, undefined, undefined};
  const double n = static_cast<double>(values.size());
  ChangePoint best{0, -1, undefined};
  double u = 0;
  for (std::size_t after = 1; after < values.size(); ++after) {
    // Moving one value over the border changes its pairs alone.
    for (const double other : values) u += sign(values[after - 1] - other);
    if (std::abs(u) > best.statistic) best = {after, std::abs(u), undefined};
  }
  best.p = std::min(1.0, 2 * std::exp(-6 * best.statistic * best.statistic / (n * n * n + n * n)));
  return best;
}

ChangePoint least_squares_change(std::span<const double> values) {
  if (values.size() < 2 || square_sum(values) == 0) return {0, undefined, undefined};
  ChangePoint change = greatest_reduction(values, 1);
  change.statistic /= square_sum(values);
  return change;
}

ChangePoint greatest_change(std::span<const double> values, const PermutationSettings& settings) {
  if (values.size() < 4 || square_sum(values) == 0) return {0, undefined, undefined};
  ChangePoint change = greatest_reduction(values, 2);
  const double bound = change.statistic * (1 - 1e-12);
  std::vector<double> order(values.begin(), values.end());
  double far = 0;
  double visited = 0;
  const auto visit = [&] {
    far += greatest_reduction(order, 2).statistic >= bound;
    ++visited;
  };
  if (orders(values.size()) <= settings.exact_limit) {
    // Orders of equal values come once each, and each stands for as many.
    std::sort(order.begin(), order.end());
    do visit();
    while (std::next_permutation(order.begin(), order.end()));
    change.p = far / visited;
  } else {
    for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
      std::copy(values.begin(), values.end(), order.begin());
      Random(settings.seed, settings.stream, replicate).shuffle(std::span(order));
      visit();
    }
    change.p = (far + 1) / (visited + 1);
  }
  change.statistic = std::sqrt(change.statistic / (square_sum(values) / static_cast<double>(values.size() - 1)));
  return change;
}

std::vector<std::size_t> binary_segmentation(std::span<const double> values, double penalty) {
  double squares = 0;
  for (std::size_t i = 1; i < values.size(); ++i) squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
  std::vector<std::size_t> changes;
  if (values.size() < 2) return changes;
  const double variance = squares / (2 * static_cast<double>(values.size() - 1));
  split(values, 0, penalty * variance, changes);
  return changes;
}

}  // namespace topos
