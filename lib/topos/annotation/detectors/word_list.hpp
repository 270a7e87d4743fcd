// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace topos {

/// A sorted list of words that is made when the program is compiled.
template <std::size_t size>
class WordList {
 public:
  explicit constexpr WordList(const std::string_view (&words)[size]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end());
  }
  [[nodiscard]] constexpr bool has(std::string_view word) const noexcept {
    return std::binary_search(words_.begin(), words_.end(), word);
  }
  [[nodiscard]] constexpr const std::array<std::string_view, size>& words() const noexcept { return words_; }

 private:
  std::array<std::string_view, size> words_{};
};

}  // namespace topos
