// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/annotation/feature_frequencies.hpp"

namespace topos {

/// What one group has of one feature.
struct GroupFrequency {
  FeatureId feature = 0;
  std::uint32_t group = 0;
  Frequency frequency;
};

/// Orders `rows` by falling n, then by the text of the feature; equal ones stay as they stand. Cost: a few steps for
/// each row, and a sort of the features that occur; as much memory again as the rows take.
/// Domain: `table` has numbered the features, and no thread asks for numbers any more.
void order_by_frequency(std::vector<GroupFrequency>& rows, const FeatureTable& table);

}  // namespace topos
