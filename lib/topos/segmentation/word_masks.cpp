// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/word_masks.hpp"

#include <bit>

namespace topos {

void WordLook::look(std::uint32_t base) {
  block_ = base;
  const ByteClasses& classes = (*classes_)[(base - region_) / ByteClasses::size];
  masks_.letters = classes.words;
  masks_.odd = classes.strange;
  masks_.lost = 0;
  if (classes.beyond != 0) add_beyond_ascii(classes, base);
  masks_.marks = ~(masks_.letters | classes.beyond | classes.blanks);
  // What stands before the block or behind it may be a letter.
  const std::uint64_t before = (masks_.letters | classes.beyond) << 1 | 1;
  const std::uint64_t behind = masks_.letters >> 1 | std::uint64_t{1} << 63;
  masks_.odd |= classes.joiners & before & behind;
}

/// The bytes of a letter that begins in the block before.
std::uint64_t WordLook::letter_from_before(const ByteClasses& classes, std::uint32_t base) {
  if ((static_cast<unsigned char>(text_[base - 1]) & 0xFE) == 0xD0) return 1;  // Cyrillic
  const CodePoint before =
      code_point_before(text_, base + static_cast<std::uint32_t>(std::countr_one(classes.continuations)));
  const WordBreak word = table_.of(before.value).word;
  if (word != WordBreak::letter && word != WordBreak::numeric) return 0;
  return classes.continuations & ~(classes.continuations + 1);
}

void WordLook::add_beyond_ascii(const ByteClasses& classes, std::uint32_t base) {
  masks_.letters |= classes.cyrillic | classes.cyrillic << 1;
  if ((classes.continuations & 1) != 0) masks_.letters |= letter_from_before(classes, base);
  for (std::uint64_t rest = classes.beyond & ~(classes.continuations | classes.cyrillic); rest != 0; rest &= rest - 1) {
    const int place = std::countr_zero(rest);
    const std::uint64_t bit = rest & -rest;
    std::uint32_t size = 0;
    const WordBreak word = table_.at(text_, base + static_cast<std::uint32_t>(place), size).word;
    if (word == WordBreak::letter || word == WordBreak::numeric) {
      masks_.letters |= ((std::uint64_t{1} << size) - 1) << place;
    } else if (word == WordBreak::hard || word == WordBreak::han || word == WordBreak::thai ||
               word == WordBreak::thai_mark || (word == WordBreak::extend && (masks_.letters & bit >> 1) == 0)) {
      masks_.lost |= -bit;
      break;
    } else if (word != WordBreak::space) {
      masks_.odd |= bit;
    }
  }
}

}  // namespace topos
