// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "topos/base/spill_sorter.hpp"
#include "topos/base/temporary_file.hpp"

namespace topos {

/// Lists by number, dense from 0, to which items are appended in turn and which are read when all are whole: in memory,
/// or beyond it in a temporary file. An Item is copied byte by byte.
template <class Item>
class PostingLists {
 public:
  static_assert(std::is_trivially_copyable_v<Item>);

  /// `folder`: for temporary files. `budget`: bytes of memory, about.
  PostingLists(std::string folder, std::size_t budget)
      : folder_(std::move(folder)), budget_(budget), spilled_(folder_, budget / 2) {}

  /// The number of a new list.
  [[nodiscard]] std::uint32_t begin_list() {
    lists_.emplace_back();
    return static_cast<std::uint32_t>(lists_.size() - 1);
  }
  /// Errors: Errc::io.
  void add(std::uint32_t list, const Item& item) {
    lists_[list].push_back(item);
    held_ += sizeof item;
    if (held_ > budget_ / 2) spill();
  }
  /// No more items come. Errors: Errc::io.
  void finish() {
    if (spilled_.empty()) return;
    spill();
    file_ = std::make_unique<TemporaryFile>(folder_);
    ends_.assign(lists_.size(), 0);
    std::uint64_t size = 0;
    spilled_.drain([&](std::string_view record) {
      const std::string_view items = record.substr(key_size);
      file_->append(items);
      ends_[number_of(record)] = size += items.size();
      return true;
    });
    // A list without items ends where the one before it does.
    for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] = std::max(ends_[i], ends_[i - 1]);
  }
  /// Domain: finish() was called. Errors: Errc::io.
  [[nodiscard]] std::vector<Item> items(std::uint32_t list) const {
    if (!file_) return lists_[list];
    const std::uint64_t begin = list == 0 ? 0 : ends_[list - 1];
    std::vector<Item> items((ends_[list] - begin) / sizeof(Item));
    char* to = reinterpret_cast<char*>(items.data());
    for (std::uint64_t at = begin; at < ends_[list];) {
      const std::size_t got = file_->read(at, to, ends_[list] - at);
      if (got == 0) break;
      at += got;
      to += got;
    }
    return items;
  }

 private:
  static constexpr std::size_t key_size = sizeof(std::uint32_t);

  static std::uint32_t number_of(std::string_view key) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < key_size; ++i) number = number << 8 | static_cast<unsigned char>(key[i]);
    return number;
  }

  void spill() {
    for (std::size_t list = 0; list < lists_.size(); ++list) {
      std::vector<Item>& items = lists_[list];
      if (items.empty()) continue;
      std::string record;
      for (int shift = 24; shift >= 0; shift -= 8) record += static_cast<char>(list >> shift & 0xFF);
      record.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item));
      spilled_.add(std::string_view(record).substr(0, key_size), record);
      std::vector<Item>().swap(items);
    }
    held_ = 0;
  }

  std::string folder_;
  std::size_t budget_;
  std::size_t held_ = 0;  ///< bytes of items in memory
  std::vector<std::vector<Item>> lists_;
  SpillSorter spilled_;                  ///< by number; runs of one list stay in order
  std::unique_ptr<TemporaryFile> file_;  ///< all lists one after the other, if they are not in memory
  std::vector<std::uint64_t> ends_;      ///< of each list in it
};

}  // namespace topos
