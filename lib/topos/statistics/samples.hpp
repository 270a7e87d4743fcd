// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "topos/statistics/permutation.hpp"

namespace topos {

/// Hits and words of the documents of one group.
struct DocumentCounts {
  std::span<const double> hits;
  std::span<const double> words;  ///< one for each number of hits

  [[nodiscard]] double all_hits() const;
  [[nodiscard]] double all_words() const;
  /// Hits per word, document by document.
  [[nodiscard]] std::vector<double> rates() const;
  /// Whether there are documents, each has words, and no number of hits is negative.
  [[nodiscard]] bool is_valid() const;
};

struct TwoSamples {
  DocumentCounts target;
  DocumentCounts reference;
};

/// What tests of two samples ask for beside the documents; target documents come first in strata and blocks.
using SampleFunction = double (*)(const TwoSamples& samples, const PermutationSettings& settings);

struct MannWhitney {
  double u;    ///< pairs in which the target is greater, ties as halves
  double p;    ///< two-sided
  bool exact;  ///< from the distribution of U; otherwise from the normal, with continuity and ties corrected
};

/// Domain: values in both; NaN otherwise, and p is NaN where all values are equal.
/// Cost: exact below 50 values without ties in each.   Source: Mann and Whitney (1947).
[[nodiscard]] MannWhitney mann_whitney(std::span<const double> target, std::span<const double> reference);

}  // namespace topos
