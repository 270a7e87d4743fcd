// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/dispersion.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "topos/base/number.hpp"

namespace topos {

double Parts::size() const { return std::accumulate(sizes.begin(), sizes.end(), 0.0); }
double Parts::count() const { return std::accumulate(counts.begin(), counts.end(), 0.0); }

bool Parts::is_valid() const {
  assert(sizes.size() == counts.size());
  const bool full = std::all_of(sizes.begin(), sizes.end(), [](double size) { return size > 0; });
  const bool counted = std::all_of(counts.begin(), counts.end(), [](double count) { return count >= 0; });
  return full && counted && count() > 0 && std::isfinite(count()) && std::isfinite(size());
}

std::vector<double> Parts::rates() const {
  std::vector<double> rates(counts.size());
  for (std::size_t i = 0; i < rates.size(); ++i) rates[i] = counts[i] / sizes[i];
  return rates;
}

std::vector<double> Occurrences::distances() const {
  std::vector<double> distances(positions.size());
  if (positions.empty()) return distances;
  distances[0] = static_cast<double>(positions.front() + size - positions.back());
  for (std::size_t i = 1; i < positions.size(); ++i) {
    assert(positions[i - 1] < positions[i] && positions[i] < size);
    distances[i] = static_cast<double>(positions[i] - positions[i - 1]);
  }
  return distances;
}

Moments moments(std::span<const double> values) {
  if (values.empty()) return {undefined, undefined};
  const double n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, std::sqrt(squares / n)};
}

}  // namespace topos
