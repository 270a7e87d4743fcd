// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topos {

/// Tells of most words that they are none of some, by their ends and their length. Made when the program is compiled.
class WordFilter {
 public:
  constexpr WordFilter() = default;
  /// Of the words of table rows.
  template <class Row, std::size_t rows>
  explicit constexpr WordFilter(const Row (&table)[rows]) {
    for (const Row& row : table) add(row.word);
  }
  constexpr void add(std::string_view word) noexcept { bits_[key(word) / 64] |= std::uint64_t{1} << (key(word) % 64); }
  [[nodiscard]] constexpr bool may_hold(std::string_view word) const noexcept {
    return (bits_[key(word) / 64] >> (key(word) % 64) & 1) != 0;
  }

 private:
  static constexpr std::size_t size = 1024;
  static constexpr std::size_t key(std::string_view word) noexcept {
    if (word.empty()) return 0;
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first * std::size_t{37} + last * std::size_t{7} + word.size() * 131) % size;
  }
  std::array<std::uint64_t, size / 64> bits_{};
};

/// A sorted list of words that is made when the program is compiled.
template <std::size_t size>
class WordList {
 public:
  explicit constexpr WordList(const std::string_view (&words)[size]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) filter_.add(word);
  }
  [[nodiscard]] constexpr bool has(std::string_view word) const noexcept {
    return filter_.may_hold(word) && std::binary_search(words_.begin(), words_.end(), word);
  }
  [[nodiscard]] constexpr const std::array<std::string_view, size>& words() const noexcept { return words_; }

 private:
  std::array<std::string_view, size> words_{};
  WordFilter filter_;
};

}  // namespace topos
