// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/match.hpp"

namespace topos {

/// The final hits of a document by code, in one list: those of one code stand together, in text order.
class HitLists {
 public:
  explicit HitLists(std::size_t codes) : ranges_(codes) {}

  /// Adds a hit. Domain: those of a code come one after the other.
  void add(std::uint32_t code, const Match& match) {
    Range& range = ranges_[code];
    if (range.begin == range.end) {
      range.begin = static_cast<std::uint32_t>(all_.size());
      codes_.push_back(code);
    }
    all_.push_back(match);
    range.end = static_cast<std::uint32_t>(all_.size());
  }
  /// Adds some, in text order, of a code that has none.
  void add(std::uint32_t code, std::span<const Match> some) {
    if (some.empty()) return;
    const auto begin = static_cast<std::uint32_t>(all_.size());
    for (const Match& match : some) all_.push_back(match);
    ranges_.data()[code] = {begin, static_cast<std::uint32_t>(all_.size())};
    codes_.push_back(code);
  }
  [[nodiscard]] std::span<const Match> of(std::uint32_t code) const noexcept {
    const Range range = ranges_.data()[code];
    return {all_.data() + range.begin, all_.data() + range.end};
  }
  [[nodiscard]] std::span<const Match> all() const noexcept { return all_; }
  /// Codes with hits, in the order in which they came.
  [[nodiscard]] std::span<const std::uint32_t> codes() const noexcept { return codes_; }
  /// Forgets all hits from number `size` on. Domain: a code's hits are forgotten together.
  void cut(std::size_t size) {
    for (; !codes_.empty() && ranges_[codes_.back()].begin >= size; codes_.pop_back()) ranges_[codes_.back()] = {};
    all_.resize(size);
  }
  void reserve(std::size_t hits) { all_.reserve(hits); }
  /// Forgets all hits and gives their memory back.
  void release() {
    cut(0);
    all_.shrink_to_fit();
  }

 private:
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  std::vector<Match> all_;
  std::vector<Range> ranges_;  ///< of all_, by code
  std::vector<std::uint32_t> codes_;
};

}  // namespace topos
