// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/segmentation/character_table.hpp"
#include "topos/text/byte_classes.hpp"

namespace topos {

/// What the word rules make of sixty-four bytes, one bit a byte, the first byte's lowest.
struct WordMasks {
  std::uint64_t letters = 0;  ///< all bytes of letters and digits
  std::uint64_t marks = 0;    ///< other ASCII but white space: each a token, unless it is odd
  std::uint64_t odd =
      0;  ///< first bytes of characters that masks do not decide: what may join words, most that is beyond ASCII
};

/// Looks at a sentence, block of sixty-four bytes of its region after block.
class WordLook {
 public:
  /// `region`: its first byte. Domain: those of WordCutter::append.
  WordLook(CharacterTable& table, std::string_view text, std::uint32_t region, ClassifiedText& classes,
           std::uint32_t end)
      : table_(table), text_(text), region_(region), classes_(classes), end_(end) {}

  /// Where the block begins that byte `at` lies in.
  [[nodiscard]] std::uint32_t block_of(std::uint32_t at) const noexcept {
    return at - (at - region_) % static_cast<std::uint32_t>(ByteClasses::size);
  }
  /// What stands from byte `at` of the block at `base` on.
  /// Domain: `at` < end is where the block before ends that was looked at, or lies between characters after `jump`.
  [[nodiscard]] WordMasks from(std::uint32_t at, std::uint32_t base);
  /// The next place is another than the end of the block that was looked at.
  void jump() noexcept { over_ = 0; }
  /// Met Han, Thai, or a character that belongs to the one before it, which is no letter: masks say nothing of such a
  /// sentence.
  [[nodiscard]] bool lost() const noexcept { return lost_; }

 private:
  void add_beyond_ascii(std::uint32_t base, std::uint64_t leads, std::uint64_t cyrillic, WordMasks& masks);

  CharacterTable& table_;
  std::string_view text_;
  std::uint32_t region_;
  ClassifiedText& classes_;
  std::uint32_t end_;
  std::uint64_t over_ = 0;  ///< bytes of a letter that begins before the place to be looked at next
  bool lost_ = false;
};

}  // namespace topos
