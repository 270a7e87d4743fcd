// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "topos/base/span.hpp"
#include "topos/segmentation/character_table.hpp"
#include "topos/text/byte_classes.hpp"

namespace topos {

/// What the word rules make of sixty-four bytes, one bit a byte, the first byte's lowest.
struct WordMasks {
  std::uint64_t letters = 0;  ///< all bytes of letters and digits
  std::uint64_t marks = 0;    ///< other ASCII but white space: each a token, unless it is odd
  /// First bytes of characters that masks do not decide: what may join words, most that is beyond ASCII.
  std::uint64_t odd = 0;
  /// Where masks say nothing of the sentence: Han, Thai, or a character that belongs to the one before it, which is no
  /// letter; what follows one of them in the block, too.
  std::uint64_t lost = 0;
};

/// Looks at a region, block of sixty-four bytes after block, whatever sentences it has: most blocks lie in two of them.
class WordLook {
 public:
  explicit WordLook(CharacterTable& table) : table_(table) {}

  /// From here on it looks at `region`, of which `classes` tells.
  void assign(std::string_view text, ByteSpan region, ClassifiedText& classes) noexcept {
    text_ = text;
    region_ = region.begin;
    classes_ = &classes;
    block_ = none;
  }
  /// Where the block begins that byte `at` lies in.
  [[nodiscard]] std::uint32_t block_of(std::uint32_t at) const noexcept {
    return at - (at - region_) % static_cast<std::uint32_t>(ByteClasses::size);
  }
  /// What stands in the block at `base`; marks may be told of bytes beyond the region. Valid until the next call.
  [[nodiscard]] const WordMasks& at(std::uint32_t base) {
    if (base != block_) look(base);
    return masks_;
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  void look(std::uint32_t base);
  void add_beyond_ascii(const ByteClasses& classes, std::uint32_t base);
  [[nodiscard]] std::uint64_t letter_from_before(const ByteClasses& classes, std::uint32_t base);

  CharacterTable& table_;
  std::string_view text_;
  std::uint32_t region_ = 0;
  ClassifiedText* classes_ = nullptr;
  std::uint32_t block_ = none;  ///< that was looked at last
  WordMasks masks_;
};

}  // namespace topos
