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

/// Which relabelings were visited.
struct RelabelingVisit {
  double relabelings;
  bool exact;  ///< all of them, the labels at hand among them
};

/// Calls `visit` with one way of giving the labels after the other: all ways if there are at most `exact_limit`, else
/// as many drawn ones as asked for, so that several statistics can share them.
/// Domain: as for permute_labels.
RelabelingVisit each_relabeling(std::span<const std::uint8_t> target,
                                const std::function<void(std::span<const std::uint8_t>)>& visit,
                                const PermutationSettings& settings);

/// p of a statistic that was as far from 0 as the observed one in `far` of the visited relabelings; NaN if there was no
/// other way of giving labels.
[[nodiscard]] double permutation_p(double far, const RelabelingVisit& visited);

/// How far a statistic has to be from 0 to be as far as the observed one: sums in another order differ in their last
/// bits.
[[nodiscard]] double as_far_as(double observed);

/// Number of ways of giving the labels, the ones at hand included; grows to infinity.
[[nodiscard]] double relabelings(std::span<const std::uint8_t> target, const PermutationSettings& settings);

}  // namespace topos
