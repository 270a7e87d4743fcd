// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace topos {

/// A linear scale with round numbers on it.
class Scale {
 public:
  /// Covers `least` to `most` and stretches to the next round numbers. Domain: finite, or nothing is known: 0 to 1.
  Scale(double least, double most, double from, double to, int ticks = 5);
  /// Where a value stands between `from` and `to`.
  [[nodiscard]] double at(double value) const noexcept {
    return from_ + (value - least_) / (most_ - least_) * (to_ - from_);
  }
  [[nodiscard]] const std::vector<double>& ticks() const noexcept { return ticks_; }
  /// A tick as text, with as many digits as all ticks need.
  [[nodiscard]] std::string text(double tick) const;

 private:
  double least_;
  double most_;
  double from_;
  double to_;
  int digits_ = 0;
  std::vector<double> ticks_;
};

}  // namespace topos
