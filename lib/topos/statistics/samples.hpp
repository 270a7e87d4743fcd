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

/// Mann-Whitney tests of many things in the same two groups, most of whose members have none of most things.
class RankTest {
 public:
  /// Numbers of members.
  RankTest(std::size_t targets, std::size_t references);
  /// `target` and `reference`: the values of some members; all others have a smaller one in common, which is 0 where
  /// things are counted. Domain: values are no NaN, and at most as many as members; NaN where a group is empty, and p
  /// is NaN where all values are equal. Cost: that of sorting the values; the first test that is exact takes more.
  [[nodiscard]] MannWhitney operator()(std::span<const double> target, std::span<const double> reference);

 private:
  [[nodiscard]] double exact_lower(double u);

  std::size_t targets_;
  std::size_t references_;
  std::vector<double> lower_;  ///< P(U <= u), once it is needed
};

/// Domain: values in both; NaN otherwise, and p is NaN where all values are equal.
/// Cost: exact below 50 values without ties in each.   Source: Mann and Whitney (1947).
[[nodiscard]] MannWhitney mann_whitney(std::span<const double> target, std::span<const double> reference);

}  // namespace topos
