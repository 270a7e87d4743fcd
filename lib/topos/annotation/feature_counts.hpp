// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "topos/annotation/feature_table.hpp"
#include "topos/annotation/word_counter.hpp"
#include "topos/base/error.hpp"

namespace topos {

/// Counts features in an array that is used again and again. Cost: memory follows the greatest feature, time what is
/// counted.
class FeatureCounts {
 public:
  /// Errors: Errc::too_large for 2^32 of one feature.
  void add(FeatureId feature) {
    if (feature >= counts_.size()) counts_.resize(std::max<std::size_t>(feature + std::size_t{1}, 2 * counts_.size()));
    std::uint32_t& count = counts_[feature];
    if (count == std::numeric_limits<std::uint32_t>::max())
      throw Error(Errc::too_large, "a document has more than four thousand million of one feature");
    if (count++ == 0) touched_.push_back(feature);
  }
  /// What was counted since the last call, in the order of first occurrence.
  [[nodiscard]] std::vector<FeatureCount> take() {
    std::vector<FeatureCount> counts;
    counts.reserve(touched_.size());
    for (const FeatureId feature : touched_) counts.push_back({feature, std::exchange(counts_[feature], 0)});
    touched_.clear();
    return counts;
  }

 private:
  std::vector<std::uint32_t> counts_;  ///< by feature; all 0 between uses
  std::vector<FeatureId> touched_;     ///< features whose count is not 0
};

}  // namespace topos
