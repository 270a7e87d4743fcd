// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace topos {

/// Numbers pairs of numbers in the order in which they are first met, from 0. To be cleared and filled again for each
/// document: clearing costs nothing, whatever the table held.
class PairTable {
 public:
  struct Found {
    std::uint32_t number;
    bool added;
  };

  PairTable() : entries_(first_size) {}

  Found number_of(std::uint32_t first, std::uint32_t second) {
    const std::uint64_t key = (std::uint64_t{first} << 32) | second;
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t at = place(key) & mask;; at = (at + 1) & mask) {
      Entry& entry = entries_[at];
      if (entry.round == round_ && entry.key == key) return {entry.number, false};
      if (entry.round == round_) continue;
      entry = {key, size_, round_};
      if (++size_ * std::size_t{2} > entries_.size()) grow();
      return {size_ - 1, true};
    }
  }

  void clear() {
    size_ = 0;
    if (++round_ == 0) *this = PairTable();
  }

 private:
  static constexpr std::size_t first_size = 256;

  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
    std::uint32_t round = 0;  ///< in which it was filled; of an earlier one it is free
  };

  static std::size_t place(std::uint64_t key) noexcept {
    key *= 0x9E3779B97F4A7C15U;
    return key ^ (key >> 32);
  }

  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    const std::size_t mask = entries_.size() - 1;
    for (const Entry& entry : old) {
      if (entry.round != round_) continue;
      std::size_t at = place(entry.key) & mask;
      while (entries_[at].round == round_) at = (at + 1) & mask;
      entries_[at] = entry;
    }
  }

  std::vector<Entry> entries_;  ///< a power of two of them, at most half of them in use
  std::uint32_t round_ = 1;
  std::uint32_t size_ = 0;
};

/// A PairTable for pairs whose first part seldom comes with more than one second part: that one needs no search.
class FirstPairs {
 public:
  /// A pair that was not met before has as its number how many were.
  std::uint32_t number_of(std::uint32_t first, std::uint32_t second) {
    if (first >= firsts_) make_room(first);
    Known& known = known_.data()[first];
    if (known.round != round_) {
      known = {round_, second, size_};
      return size_++;
    }
    return known.second == second ? known.number : number_of_other(first, second);
  }

  void clear() {
    size_ = 0;
    others_.clear();
    numbers_of_others_.clear();
    if (++round_ == 0) *this = FirstPairs();
  }

 private:
  struct Known {
    std::uint32_t round = 0;  ///< in which it was filled; of an earlier one it is free
    std::uint32_t second = 0;
    std::uint32_t number = 0;
  };

  [[gnu::noinline]] void make_room(std::uint32_t first) {
    firsts_ = 2 * std::size_t{first} + 1;
    known_.resize(firsts_);
  }

  [[gnu::noinline]] std::uint32_t number_of_other(std::uint32_t first, std::uint32_t second) {
    const auto [number, added] = others_.number_of(first, second);
    if (added) numbers_of_others_.push_back(size_++);
    return numbers_of_others_[number];
  }

  std::vector<Known> known_;  ///< by first part
  std::size_t firsts_ = 0;    ///< how many of them
  PairTable others_;
  std::vector<std::uint32_t> numbers_of_others_;
  std::uint32_t round_ = 1;
  std::uint32_t size_ = 0;
};

}  // namespace topos
