// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/feature_frequencies.hpp"
#include "topos/annotation/feature_records.hpp"
#include "topos/annotation/word_counter.hpp"

namespace topos {

/// One line of a frequency list. The views live until the next one.
struct FrequencyRow {
  std::string_view feature;
  const std::vector<std::string>* group = nullptr;  ///< values of the fields of --by
  std::uint64_t words = 0;                          ///< of the group
  Frequency frequency;
};

/// Frequencies of a run: documents added in input order. What is too much for memory waits in temporary files.
class Frequencies {
 public:
  using Table = std::shared_ptr<FeatureTable>;

  /// `folder`: for temporary files. `budget`: bytes of memory, about; the table of features counts, too.
  Frequencies(const std::string& folder, std::size_t budget);
  /// `table` has numbered the features. Errors: Errc::io.
  void add(DocumentFeatures document, const Table& table);
  /// The largest table of features that leaves room for the rest.
  [[nodiscard]] std::size_t most_for_table() const noexcept { return budget_ / 4; }
  /// Features that occur at least `least` times in a group, and in so many of its documents: by falling n, then
  /// feature, then group. To be called once. Errors: Errc::io; those of `take`.
  void rows(std::uint64_t least, std::uint64_t least_documents, const std::function<void(const FrequencyRow&)>& take);

 private:
  struct Group {
    std::uint32_t number = 0;  ///< in the order in which they are met
    std::uint64_t words = 0;
    FeatureFrequencies features;
  };
  /// What one group has of one feature.
  struct Sum {
    Frequency frequency;
    std::uint64_t group = 0;  ///< a small number, as wide as leaves no gap
    [[nodiscard]] std::uint64_t order() const noexcept { return group; }
  };
  using TakeRow = std::function<void(const FrequencyRow&)>;
  /// A group's values and words.
  using GroupFacts = std::pair<const std::vector<std::string>*, std::uint64_t>;

  void hand_over();
  [[nodiscard]] std::size_t most_rows() const noexcept;
  void held_rows(std::uint64_t least, std::uint64_t least_documents, const TakeRow& take);
  void sorted_rows(std::uint64_t least, std::uint64_t least_documents, const TakeRow& take);

  std::string folder_;
  std::size_t budget_;
  std::map<std::vector<std::string>, Group> groups_;
  Table table_;           ///< of the features at hand
  std::size_t held_ = 0;  ///< bytes of frequencies in memory
  FeatureRecords<Sum> sums_;
};

}  // namespace topos
