// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace topos {

/// The first eight bytes of a word as a number, zero bytes beyond its end: words of up to eight bytes are compared as
/// numbers.
[[nodiscard]] constexpr std::uint64_t word_head(std::string_view word) noexcept {
  std::array<char, sizeof(std::uint64_t)> bytes{};
  std::copy_n(word.begin(), std::min(word.size(), bytes.size()), bytes.begin());
  return std::bit_cast<std::uint64_t>(bytes);
}

/// word_head of text[begin, end). Domain: begin < end <= text.size().
[[nodiscard]] inline std::uint64_t word_head(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  const std::size_t size = std::min<std::size_t>(end - begin, sizeof(std::uint64_t));
  std::uint64_t head = 0;
  if (text.size() - begin < sizeof head) {
    std::memcpy(&head, text.data() + begin, size);
    return head;
  }
  std::memcpy(&head, text.data() + begin, sizeof head);
  const std::size_t others = 64 - 8 * size;
  return std::endian::native == std::endian::little ? head << others >> others : head >> others << others;
}

/// `head` with ASCII letters in lower case. Domain: letters, marks, digits and hyphens.
[[nodiscard]] constexpr std::uint64_t folded_head(std::uint64_t head) noexcept {
  // Of the bytes that words are made of, letters have bit 6 and no bit 7; bit 5 makes them lower-case.
  return head | ((head >> 1) & ~(head >> 2) & 0x2020202020202020);
}

[[nodiscard]] inline std::uint64_t folded_word_head(std::string_view text, std::size_t begin,
                                                    std::size_t end) noexcept {
  return folded_head(word_head(text, begin, end));
}

}  // namespace topos
