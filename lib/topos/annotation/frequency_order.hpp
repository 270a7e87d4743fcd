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

/// Orders what groups have of features by falling n, then by the text of the feature; equal ones stay as they came.
/// Cost: a few steps for each row, and a sort of the features that occur; `bytes_per_row` of memory.
class FrequencyOrder {
 public:
  static constexpr std::size_t bytes_per_row = sizeof(GroupFrequency) + 2 * sizeof(std::uint32_t);

  /// `table` has numbered the features, and no thread asks for numbers any more. It must outlive the order.
  explicit FrequencyOrder(const FeatureTable& table) : table_(table), places_(table.size()) {}

  /// Tells of one row, before the first is put. Domain: fewer than 2^32.
  void expect(FeatureId feature) noexcept { ++places_.data()[feature]; }
  /// All rows have been told of.
  void begin();
  /// Domain: told of before.
  void put(const GroupFrequency& row) noexcept { rows_.data()[places_.data()[row.feature]++] = row; }
  /// Calls visit(const GroupFrequency&) for each row in order. Domain: all have been put.
  template <class Visit>
  void each(Visit visit) const {
    for (const std::uint32_t at : by_n()) visit(rows_.data()[at]);
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t> by_n() const;

  const FeatureTable& table_;
  std::vector<std::uint32_t> places_;  ///< by feature: how many rows it has, then where the next one is put
  std::vector<GroupFrequency> rows_;   ///< by the text of their features
};

}  // namespace topos
