// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
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
  static_assert(std::is_trivially_copyable_v<Record>);

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
  /// Hands over the records of every feature that has some, in no order of features. The views live until `take`
  /// returns. To be called once. Errors: Errc::io; those of `take`.
  void each(const std::function<void(std::string_view feature, std::span<const Record> records)>& take) {
    if (!spilled_.empty()) return each_spilled(take);
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::pair(a.feature, a.record.order()) < std::pair(b.feature, b.record.order());
    });
    std::vector<Record> records;
    for (std::size_t at = 0; at < entries_.size();) {
      const FeatureId feature = entries_[at].feature;
      records.clear();
      for (; at < entries_.size() && entries_[at].feature == feature; ++at) records.push_back(entries_[at].record);
      take(table_->text(feature), records);
    }
    forget();
  }

 private:
  struct Entry {
    FeatureId feature = 0;
    Record record;
  };
  static constexpr std::size_t at_a_time = 4096;  ///< other threads ask for numbers meanwhile

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
