// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "topos/statistics/agreement.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos {

/// How far apart two different values are.
enum class AlphaMetric : std::uint8_t { nominal, ordinal, interval, ratio };

/// How often values meet within units: what Krippendorff's alpha is made of.
/// Source: Krippendorff (2011).
class Coincidences {
 public:
  /// `values`: all that may be given, ascending, each once.
  explicit Coincidences(std::vector<double> values);
  /// Adds a unit `times` times; one with fewer than two values is left out. `places` are indices into the values.
  void add(std::span<const std::uint32_t> places, double times);
  void clear();
  [[nodiscard]] std::uint32_t place(double value) const;
  /// NaN without a disagreement that could be expected, and for ratios of negative values.
  [[nodiscard]] double alpha(AlphaMetric metric) const;

 private:
  /// Of each value among all that were given, in the middle of its ties.
  [[nodiscard]] std::vector<double> ranks() const;

  std::vector<double> values_;
  std::vector<double> cells_;
  std::vector<double> totals_;
  double sum_ = 0;
};

[[nodiscard]] double krippendorff_alpha(const Ratings& ratings, AlphaMetric metric);

/// The percentile interval of alpha when clusters of units are drawn anew; `clusters` holds a number for each unit.
/// Domain: at least least_documents clusters with a unit of two values; alpha defined in all but 1 - level of the
/// replicates; NaN otherwise.   Cost: replicates times clusters.
[[nodiscard]] Interval alpha_interval(const Ratings& ratings, std::span<const std::uint32_t> clusters,
                                      AlphaMetric metric, const BootstrapSettings& settings, double level);

}  // namespace topos
