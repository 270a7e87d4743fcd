// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/feature_records.hpp"
#include "topos/annotation/word_counter.hpp"

namespace topos {

/// Features of groups of documents that are compared: how often in each unit, which is a document or what a cluster of
/// them has in one group. What is too much for memory waits in temporary files. Cost: twelve bytes for each feature of
/// each document.
class Contrast {
 public:
  using Group = std::uint32_t;  ///< dense from 0
  using Table = std::shared_ptr<FeatureTable>;

  struct Facts {
    std::uint64_t documents = 0;
    std::uint64_t duplicates = 0;  ///< near-duplicates of an earlier document
    std::uint64_t words = 0;
    bool draft = false;  ///< patterns of some language are not validated
    std::set<std::string> languages;
  };
  /// What is known of a document beside its counts.
  struct Origin {
    std::string cluster;  ///< empty: a unit of its own
    std::string language;
    bool duplicate = false;
    bool draft = false;
  };
  struct Unit {
    Group group = 0;
    std::uint32_t cluster = 0;  ///< units of several groups may be of one
    std::uint64_t words = 0;
  };
  /// What one document adds.
  struct Count {
    std::uint32_t unit = 0;
    std::uint32_t n = 0;
    [[nodiscard]] std::uint64_t order() const noexcept { return unit; }
  };
  /// The views live until the next row.
  struct Row {
    std::string_view feature;
    std::span<const Count> counts;  ///< ordered by unit
  };

  /// `folder`: for temporary files. `budget`: bytes of memory, about; the table of features counts, too.
  Contrast(const std::string& folder, std::size_t budget) : budget_(budget), counts_(folder, budget / 4) {}
  /// `table` has numbered the features. Errors: Errc::io.
  void add(Group group, const Origin& origin, const DocumentFeatures::Group& counted, const Table& table);
  /// The largest table of features that leaves room for the rest.
  [[nodiscard]] std::size_t most_for_table() const noexcept { return budget_ / 4; }
  /// Hands over every feature that occurs. To be called once. Errors: Errc::io; those of `take`.
  void rows(const std::function<void(const Row&)>& take);
  [[nodiscard]] const Facts& facts(Group group) const;
  [[nodiscard]] std::size_t groups() const noexcept { return facts_.size(); }
  [[nodiscard]] const std::vector<Unit>& units() const noexcept { return units_; }

 private:
  [[nodiscard]] std::uint32_t unit_of(Group group, const std::string& cluster);

  std::size_t budget_;
  std::vector<Facts> facts_;
  std::vector<Unit> units_;
  std::map<std::string, std::uint32_t> clusters_;
  std::map<std::pair<Group, std::uint32_t>, std::uint32_t> units_of_clusters_;
  std::uint32_t next_cluster_ = 0;
  FeatureRecords<Count> counts_;
};

}  // namespace topos
