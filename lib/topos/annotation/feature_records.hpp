// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "topos/annotation/feature_table.hpp"
#include "topos/base/spill_sorter.hpp"

namespace topos {

/// Records about features, brought together feature by feature: in memory, or beyond it in temporary files by the texts
/// of features. A Record is copied byte by byte; its order() is a number that its feature's records are ordered by.
template <class Record>
class FeatureRecords {
 public:
  using Table = std::shared_ptr<FeatureTable>;
  static_assert(std::has_unique_object_representations_v<Record>, "gaps would be written to files as they are");

  /// `folder`: for temporary files. `budget`: bytes of memory for records, about.
  FeatureRecords(const std::string& folder, std::size_t budget) : budget_(budget), spilled_(folder, budget) {}

  /// Features are numbered by `table` from here on. Errors: Errc::io.
  void number_by(const Table& table) {
    if (table_ == table) return;
    spill();
    table_ = table;
  }
  /// Errors: Errc::io.
  void add(FeatureId feature, const Record& record) {
    entries_.push_back({feature, record});
    if (entries_.size() * sizeof(Entry) > budget_) spill();
  }
  [[nodiscard]] bool empty() const noexcept { return entries_.empty() && spilled_.empty(); }
  /// Hands over the records of every feature that has some, in no order of features. The views live until `take`
  /// returns. To be called once. Errors: Errc::io; those of `take`.
  void each(const std::function<void(std::string_view feature, std::span<const Record> records)>& take) {
    if (!spilled_.empty()) return each_spilled(take);
    std::vector<std::size_t> ends;
    std::vector<Record> records = by_feature(ends);
    const auto earlier = [](const Record& a, const Record& b) { return a.order() < b.order(); };
    std::size_t begin = 0;
    for (std::size_t feature = 0; feature < ends.size(); begin = ends[feature++]) {
      const std::span<Record> own = std::span(records).subspan(begin, ends[feature] - begin);
      // Most have come in their order.
      if (!std::is_sorted(own.begin(), own.end(), earlier)) std::sort(own.begin(), own.end(), earlier);
      if (!own.empty()) take(table_->text(static_cast<FeatureId>(feature)), own);
    }
    forget();
  }

 private:
  struct Entry {
    FeatureId feature = 0;
    Record record;
  };
  static constexpr std::size_t at_a_time = 4096;  ///< other threads ask for numbers meanwhile

  /// The records of each feature, which end at `ends`, in the order in which they came. Forgets the entries.
  [[nodiscard]] std::vector<Record> by_feature(std::vector<std::size_t>& ends) {
    if (entries_.empty()) return {};
    ends.resize(table_->size() + 1);
    for (const Entry& entry : entries_) ++ends.data()[entry.feature + std::size_t{1}];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    ends.pop_back();
    std::vector<Record> records(entries_.size());
    for (const Entry& entry : entries_) records.data()[ends.data()[entry.feature]++] = entry.record;
    std::vector<Entry>().swap(entries_);
    return records;
  }

  void spill() {
    std::string key;
    std::string bytes;
    const std::span<const Entry> all = entries_;
    for (std::size_t at = 0; at < all.size(); at += at_a_time)
      table_->each_text(
          all.subspan(at, std::min(at_a_time, all.size() - at)), [&](std::string_view feature, const Entry& entry) {
            key.assign(feature) += '\0';
            const std::uint64_t order = entry.record.order();
            for (int shift = 56; shift >= 0; shift -= 8) key += static_cast<char>(order >> shift & 0xFF);
            bytes.assign(reinterpret_cast<const char*>(&entry.record), sizeof entry.record).append(feature);
            spilled_.add(key, bytes);
          });
    entries_.clear();
  }

  void forget() {
    std::vector<Entry>().swap(entries_);
    table_.reset();
  }

  void each_spilled(const std::function<void(std::string_view, std::span<const Record>)>& take) {
    spill();
    forget();
    std::string feature;
    std::vector<Record> records;
    spilled_.drain([&](std::string_view bytes) {
      Record record;
      std::memcpy(&record, bytes.data(), sizeof record);
      bytes.remove_prefix(sizeof record);
      if (bytes != feature) {
        if (!records.empty()) take(feature, records);
        records.clear();
        feature = bytes;
      }
      records.push_back(record);
      return true;
    });
    if (!records.empty()) take(feature, records);
  }

  std::size_t budget_;
  Table table_;  ///< of the entries at hand
  std::vector<Entry> entries_;
  SpillSorter spilled_;  ///< by feature and order
};

}  // namespace topos
