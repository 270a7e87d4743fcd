// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "topos/annotation/feature_table.hpp"
#include "topos/annotation/word_counter.hpp"

namespace topos {

/// How often a feature occurs in one group of documents.
struct Frequency {
  std::uint64_t n = 0;
  std::uint64_t documents = 0;  ///< documents of the group that have it
};

/// Frequencies by feature: those of a single document as they came, else in an array where the features are dense and
/// in a hash table where they are not. Memory follows the features that occur, whether one group has all of them or
/// each of many a few.
class FeatureFrequencies {
 public:
  /// Adds what one document has, each feature once.
  void add(std::vector<FeatureCount> counts);
  /// To add to. Domain: add() is not used.
  [[nodiscard]] Frequency& operator[](FeatureId feature) {
    return feature < dense_.size() ? dense_.data()[feature] : beyond(feature);
  }
  /// Calls visit(FeatureId, const Frequency&) for every feature that occurs, in no order.
  template <class Visit>
  void each(Visit visit) const {
    for (const FeatureCount& count : single_) visit(count.feature, Frequency{count.n, 1});
    for (std::size_t i = 0; i < dense_.size(); ++i)
      if (dense_.data()[i].n > 0) visit(static_cast<FeatureId>(i), dense_.data()[i]);
    for (const Sparse& one : sparse_)
      if (one.feature != none) visit(one.feature, one.frequency);
  }
  /// At least as many features as occur.
  [[nodiscard]] std::size_t most() const noexcept { return single_.size() + dense_.size() + sparse_used_; }
  /// Memory that they take, about.
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  static constexpr FeatureId none = ~FeatureId{0};
  struct Sparse {
    FeatureId feature = none;
    Frequency frequency;
  };

  void take(const std::vector<FeatureCount>& counts);
  [[nodiscard]] Frequency& beyond(FeatureId feature);
  [[nodiscard]] Sparse& place_of(FeatureId feature) noexcept;
  void place_anew(std::size_t size);

  std::vector<FeatureCount> single_;  ///< of a document that is the only one
  std::vector<Frequency> dense_;
  std::vector<Sparse> sparse_;   ///< features beyond the array: a power of two of places, at most half of them in use
  std::size_t sparse_used_ = 0;  ///< places in use
  std::size_t held_ = 0;         ///< features in both, as far as they have been counted
};

}  // namespace topos
