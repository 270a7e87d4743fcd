// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace topos {

/// What is known of words, as a step of the build (store_english.cpp) laid it out, so that nothing is read at the
/// start. Invariant: open addressing; a power of two of slots, of which at most half are taken.
struct StoredTable {
  static constexpr std::size_t longest = 255;  ///< bytes of a key and of a value

  std::span<const std::uint32_t> slots;  ///< where an entry begins, plus one; 0 where there is none
  /// For each entry the size of its key in a byte, its key, the size of its value in a byte, its value.
  std::span<const unsigned char> entries;

  /// The value of `key`; empty if it has none.
  [[nodiscard]] std::string_view find(std::string_view key) const noexcept {
    for (std::size_t at = hash_of(key) & (slots.size() - 1); slots[at] != 0; at = (at + 1) & (slots.size() - 1)) {
      const unsigned char* const entry = entries.data() + slots[at] - 1;
      if (text_at(entry) == key) return text_at(entry + 1 + *entry);
    }
    return {};
  }

  /// FNV-1a, stirred once more because its lowest bits see little of the others.
  [[nodiscard]] static constexpr std::uint32_t hash_of(std::string_view key) noexcept {
    std::uint32_t hash = 0x811C9DC5U;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return hash ^ (hash >> 15);
  }

 private:
  [[nodiscard]] static std::string_view text_at(const unsigned char* size) noexcept {
    return {reinterpret_cast<const char*>(size + 1), *size};
  }
};

}  // namespace topos
