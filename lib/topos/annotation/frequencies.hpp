// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topos/annotation/word_counter.hpp"

namespace topos {

/// How often a feature occurs in one group of documents.
struct Frequency {
  std::uint64_t n = 0;
  std::uint64_t documents = 0;  ///< documents of the group that have it
};

/// Frequencies by feature, in an array where the features are dense and in a hash table where they are not: memory
/// follows the features that occur, whether one group has all of them or each of many a few.
class FeatureFrequencies {
 public:
  [[nodiscard]] Frequency& operator[](FeatureId feature) { return feature < dense_.size() ? dense_[feature] : beyond(feature); }
  /// Calls visit(FeatureId, const Frequency&) for every feature that occurs, in no order.
  template <class Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < dense_.size(); ++i)
      if (dense_[i].n > 0) visit(static_cast<FeatureId>(i), dense_[i]);
    for (const auto& [feature, frequency] : sparse_) visit(feature, frequency);
  }

 private:
  [[nodiscard]] Frequency& beyond(FeatureId feature);

  std::vector<Frequency> dense_;
  std::unordered_map<FeatureId, Frequency> sparse_;  ///< features beyond the array
  std::size_t held_ = 0;                             ///< features given out, in both
};

/// One line of a frequency list. The views live as long as the frequencies and the feature table.
struct FrequencyRow {
  std::string_view feature;
  const std::vector<std::string>* group = nullptr;  ///< values of the fields of --by
  std::uint64_t words = 0;                          ///< of the group
  Frequency frequency;
};

/// Frequencies of a run: documents added in input order.
class Frequencies {
 public:
  void add(const DocumentFeatures& document);
  /// Features that occur at least `least` times in a group, and in so many of its documents: by falling n, then
  /// feature, then group.
  [[nodiscard]] std::vector<FrequencyRow> rows(const FeatureTable& table, std::uint64_t least, std::uint64_t least_documents = 1) const;

 private:
  struct Group {
    std::uint64_t words = 0;
    FeatureFrequencies features;
  };
  std::map<std::vector<std::string>, Group> groups_;
};

}  // namespace topos
