// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace topos {

/// What coders gave to units: numbers, or numbered categories. NaN: not given.
class Ratings {
 public:
  Ratings(std::size_t coders, std::size_t units)
      : coders_(coders), values_(coders * units, std::numeric_limits<double>::quiet_NaN()) {}
  /// Two coders from a square table of counts, whose rows are the first coder's categories 0, 1, ….
  [[nodiscard]] static Ratings of_table(std::span<const double> counts);

  [[nodiscard]] std::size_t coders() const { return coders_; }
  [[nodiscard]] std::size_t units() const { return coders_ == 0 ? 0 : values_.size() / coders_; }
  double& at(std::size_t coder, std::size_t unit) { return values_[unit * coders_ + coder]; }
  [[nodiscard]] double at(std::size_t coder, std::size_t unit) const { return values_[unit * coders_ + coder]; }
  /// The values that were given to one unit.
  [[nodiscard]] std::vector<double> given(std::size_t unit) const;
  /// All values that were given, ascending, each once.
  [[nodiscard]] std::vector<double> categories() const;

 private:
  std::size_t coders_;
  std::vector<double> values_;
};

using AgreementFunction = double (*)(const Ratings& ratings);

/// Counts of what a machine found against what a person did.
struct DetectionCounts {
  double true_positive = 0;
  double false_positive = 0;
  double false_negative = 0;
};

using DetectionFunction = double (*)(const DetectionCounts& counts);

/// A rate that a machine with known errors observed.
struct ObservedRate {
  double rate = 0;
  double sensitivity = 1;
  double specificity = 1;
};

using CorrectionFunction = double (*)(const ObservedRate& observed);

/// A half-open stretch of text to which a coder gave a code.
struct CodedSpan {
  double begin = 0;
  double end = 0;
  std::uint32_t code = 0;
};

using SpanFunction = double (*)(std::span<const CodedSpan> first, std::span<const CodedSpan> second);

/// A text of `length` in which each coder marked spans; a coder's spans of one code do not overlap.
struct Continuum {
  double length = 0;
  std::vector<std::vector<CodedSpan>> coders;
};

using UnitizingFunction = double (*)(const Continuum& continuum);

}  // namespace topos
