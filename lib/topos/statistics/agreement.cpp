// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/agreement.hpp"

#include <algorithm>
#include <cassert>

namespace topos {

Ratings Ratings::of_table(std::span<const double> counts) {
  const auto side = static_cast<std::size_t>(std::sqrt(static_cast<double>(counts.size())) + 0.5);
  assert(side * side == counts.size());
  double units = 0;
  for (const double count : counts) units += count;
  Ratings ratings(2, static_cast<std::size_t>(units));
  std::size_t unit = 0;
  for (std::size_t cell = 0; cell < counts.size(); ++cell)
    for (double left = counts[cell]; left > 0; --left, ++unit) {
      ratings.at(0, unit) = static_cast<double>(cell / side);
      ratings.at(1, unit) = static_cast<double>(cell % side);
    }
  return ratings;
}

std::vector<double> Ratings::given(std::size_t unit) const {
  std::vector<double> values;
  for (std::size_t coder = 0; coder < coders_; ++coder)
    if (!std::isnan(at(coder, unit))) values.push_back(at(coder, unit));
  return values;
}

std::vector<double> Ratings::categories() const {
  std::vector<double> values;
  for (const double value : values_)
    if (!std::isnan(value)) values.push_back(value);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace topos
