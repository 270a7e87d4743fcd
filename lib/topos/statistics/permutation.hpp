// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace topos {

struct PermutationSettings {
  std::uint64_t seed = 1;
  std::uint64_t stream = 0;               ///< one for each test of a run
  std::uint32_t replicates = 9999;        ///< drawn if there are too many relabelings to visit
  double exact_limit = 1e5;               ///< relabelings that are visited one by one
  std::span<const std::uint32_t> strata;  ///< stratum of each item: labels are exchanged within strata; empty: one
  std::span<const std::uint32_t> blocks;  ///< block of each item: its items keep one label in common; empty: none
};

/// Value of a statistic if the items whose mark is 1 are the target.
using LabelStatistic = std::function<double(std::span<const std::uint8_t> target)>;

struct PermutationResult {
  double observed;
  double p;            ///< two-sided: share of relabelings whose statistic is as far from 0 as the observed one
  double relabelings;  ///< that were visited
  bool exact;
};

/// Compares the statistic of the labels at hand with that of other ways of giving as many labels. The draws depend on
/// seed, stream and replicate alone.
/// Domain: items of a block share label and stratum (asserted); p is NaN if the statistic is, or if no other labels are
/// possible.   Cost: one call of the statistic for each relabeling.
/// Source: Good (2005); (b + 1) / (m + 1) for drawn relabelings as in Phipson and Smyth (2010).
[[nodiscard]] PermutationResult permute_labels(std::span<const std::uint8_t> target, const LabelStatistic& statistic,
                                               const PermutationSettings& settings);

/// Number of ways of giving the labels, the ones at hand included; grows to infinity.
[[nodiscard]] double relabelings(std::span<const std::uint8_t> target, const PermutationSettings& settings);

}  // namespace topos
