// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace topos {

/// The parts of a corpus and how often one feature occurs in each.
struct Parts {
  std::span<const double> sizes;   ///< tokens
  std::span<const double> counts;  ///< occurrences, one for each size

  [[nodiscard]] double size() const;   ///< tokens of all parts
  [[nodiscard]] double count() const;  ///< occurrences in all parts
  /// Whether there are parts, each has tokens, no count is negative, and the feature occurs.
  [[nodiscard]] bool is_valid() const;
  /// Occurrences per token, part by part.
  [[nodiscard]] std::vector<double> rates() const;
};

using DispersionFunction = double (*)(const Parts& parts);

/// Where a feature occurs in a corpus that is read as one ring of tokens.
/// Domain: positions ascending, without repetition, below size.
struct Occurrences {
  std::span<const std::uint64_t> positions;  ///< tokens before each occurrence
  std::uint64_t size = 0;                    ///< tokens

  /// Distance of each occurrence from the one before it; the first is measured from the last, around the end.
  [[nodiscard]] std::vector<double> distances() const;
};

using DistanceFunction = double (*)(const Occurrences& occurrences);

/// Mean and standard deviation with the number of values as denominator.   Domain: at least one value; NaN otherwise.
struct Moments {
  double mean;
  double deviation;
};
[[nodiscard]] Moments moments(std::span<const double> values);

}  // namespace topos
