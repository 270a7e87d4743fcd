// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/word_masks.hpp"

#include <bit>
#include <utility>

namespace topos {

WordMasks WordLook::from(std::uint32_t at, std::uint32_t base) {
  const ByteClasses& classes = classes_[(base - region_) / ByteClasses::size];
  std::uint64_t within = ~std::uint64_t{0} << (at - base);
  if (end_ - base < ByteClasses::size) within &= (std::uint64_t{1} << (end_ - base)) - 1;
  WordMasks masks;
  masks.letters = (classes.letters | classes.digits | classes.ats) & within;
  masks.odd = classes.strange & within;
  if ((classes.beyond & within) != 0) {
    const std::uint64_t leads = classes.beyond & ~classes.continuations & within;
    add_beyond_ascii(base, leads, classes.cyrillic & leads, masks);
  }
  masks.letters &= within;
  masks.marks = ~(masks.letters | classes.beyond | classes.blanks) & within;
  // What stands before the place or behind the block may be a letter.
  const std::uint64_t before = (masks.letters | classes.beyond) << 1 | std::uint64_t{1} << (at - base);
  const std::uint64_t behind = masks.letters >> 1 | std::uint64_t{1} << 63;
  masks.odd |= classes.joiners & within & before & behind;
  return masks;
}

void WordLook::add_beyond_ascii(std::uint32_t base, std::uint64_t leads, std::uint64_t cyrillic, WordMasks& masks) {
  masks.letters |= std::exchange(over_, cyrillic >> 63) | cyrillic | cyrillic << 1;
  for (std::uint64_t rest = leads & ~cyrillic; rest != 0 && !lost_; rest &= rest - 1) {
    const int place = std::countr_zero(rest);
    const std::uint64_t bit = rest & -rest;
    std::uint32_t size = 0;
    const WordBreak word = table_.at(text_, base + static_cast<std::uint32_t>(place), size).word;
    if (word == WordBreak::letter || word == WordBreak::numeric) {
      const std::uint64_t bits = (std::uint64_t{1} << size) - 1;
      masks.letters |= bits << place;
      if (place + static_cast<int>(size) > 64) over_ = bits >> (64 - place);
    } else if (word != WordBreak::space) {
      masks.odd |= bit;
      lost_ |= word == WordBreak::hard || word == WordBreak::han || word == WordBreak::thai ||
               word == WordBreak::thai_mark || (word == WordBreak::extend && (masks.letters & bit >> 1) == 0);
    }
  }
}

}  // namespace topos
