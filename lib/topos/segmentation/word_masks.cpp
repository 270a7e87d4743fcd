// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/word_masks.hpp"

#include <bit>
#include <utility>

#include "topos/text/byte_block.hpp"

namespace topos {
namespace {

using Bytes = ByteBlock::Bytes;

constexpr auto letter = [](const Bytes& bytes) { return ByteBlock::is_letter(bytes) | ByteBlock::is_digit(bytes) | (bytes == '@'); };
constexpr auto blank = [](const Bytes& bytes) { return (bytes == ' ') | ByteBlock::is_control_blank(bytes); };
/// Hyphens and low lines, and by its upper bit every byte beyond ASCII.
constexpr auto strange_byte = [](const Bytes& bytes) { return bytes | Bytes(bytes == '-') | Bytes(bytes == '_'); };
/// Apostrophe, comma, full stop, semicolon.
constexpr auto joiner = [](const Bytes& bytes) { return ((bytes | 2) == '.') | (bytes == '\'') | (bytes == ';'); };

}  // namespace

WordMasks WordLook::at(std::uint32_t at) {
  const ByteBlock block(text_, at);
  const std::uint64_t within = end_ - at < ByteBlock::size ? (std::uint64_t{1} << (end_ - at)) - 1 : ~std::uint64_t{0};
  WordMasks masks;
  masks.letters = block.where(letter);
  std::uint64_t strange = block.where(strange_byte) & within;
  std::uint64_t beyond = 0;
  if (strange != 0) {
    beyond = block.beyond_ascii();
    masks.odd = strange & ~beyond;
    if ((beyond & within) != 0) {
      const std::uint64_t leads = beyond & ~block.continuations() & within;
      add_beyond_ascii(at, leads, block.where(ByteBlock::begins_cyrillic) & leads, masks);
    }
  }
  masks.letters &= within;
  masks.marks = ~(masks.letters | beyond | block.where(blank)) & within;
  // What stands beside the sixty-four bytes may be a letter.
  const std::uint64_t before = (masks.letters | beyond) << 1 | 1;
  const std::uint64_t behind = masks.letters >> 1 | std::uint64_t{1} << 63;
  masks.odd |= block.where(joiner) & within & before & behind;
  return masks;
}

void WordLook::add_beyond_ascii(std::uint32_t at, std::uint64_t leads, std::uint64_t cyrillic, WordMasks& masks) {
  masks.letters |= std::exchange(over_, cyrillic >> 63) | cyrillic | cyrillic << 1;
  for (std::uint64_t rest = leads & ~cyrillic; rest != 0; rest &= rest - 1) {
    const int place = std::countr_zero(rest);
    const std::uint64_t bit = rest & -rest;
    std::uint32_t size = 0;
    const WordBreak word = table_.at(text_, at + static_cast<std::uint32_t>(place), size).word;
    if (word == WordBreak::letter || word == WordBreak::numeric) {
      const std::uint64_t bits = (std::uint64_t{1} << size) - 1;
      masks.letters |= bits << place;
      if (place + static_cast<int>(size) > 64) over_ = bits >> (64 - place);
    } else if (word != WordBreak::space) {
      masks.odd |= bit;
      lost_ |= word == WordBreak::hard || (word == WordBreak::extend && (masks.letters & bit >> 1) == 0);
    }
  }
}

}  // namespace topos
