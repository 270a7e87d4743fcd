// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "topos/statistics/intervals.hpp"

namespace topos {

/// The error of a statistic of several samples, from what it becomes without each of their members.
/// Source: jackknife within strata, Shao and Tu (1995); degrees of freedom by Satterthwaite (1946).
class StudentError {
 public:
  /// Values without each member of one sample in turn. Domain: at least two.
  void add(std::span<const double> without);
  /// Domain: NaN where leaving out members changes nothing, but for rounding.
  [[nodiscard]] Interval interval(double estimate, double level) const;
  /// Two-sided p of an estimate of 0.   Domain: as of the interval.
  [[nodiscard]] double p(double estimate) const;

 private:
  /// NaN if the error is nothing but rounding.
  [[nodiscard]] double error(double estimate) const;
  [[nodiscard]] double degrees() const { return variance_ * variance_ / of_samples_; }

  double variance_ = 0;
  double of_samples_ = 0;  ///< squares of each sample's part over its degrees of freedom
};

}  // namespace topos
