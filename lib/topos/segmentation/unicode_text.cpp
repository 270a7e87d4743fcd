// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/unicode_text.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

/// Line breaks, and U+202F, a space that the word rules take for a letter.
bool reads_as_space(UChar32 c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x202F;
}

}  // namespace

/// Room for so many units; making it anew for each stretch would set all of it to zero.
void UnicodeText::make_room(std::size_t size) {
  if (units_.size() >= size) return;
  units_.resize(size);
  begins_.resize(size);
  ends_.resize(size);
}

void UnicodeText::assign(std::string_view text, ByteSpan span) {
  const std::string_view bytes = span.in(text);
  base_ = span.begin;
  one_to_one_ = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  make_room(bytes.size());  // no character has more units than bytes
  if (one_to_one_) {
    size_ = bytes.size();
    std::transform(bytes.begin(), bytes.end(), units_.begin(),
                   [](char c) { return c >= 0x0A && c <= 0x0D ? u' ' : static_cast<char16_t>(c); });
    return;
  }
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::size_t count = 0;
  const auto add = [&](UChar32 unit, std::int32_t begin, std::int32_t end) {
    units_[count] = static_cast<char16_t>(unit);
    begins_[count] = span.begin + static_cast<std::uint32_t>(begin);
    ends_[count++] = span.begin + static_cast<std::uint32_t>(end);
  };
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U8_NEXT_UNSAFE(bytes.data(), at, point);
#pragma GCC diagnostic pop
    if (is_ignorable(static_cast<char32_t>(point))) continue;
    if (reads_as_space(point)) point = ' ';
    if (point > 0xFFFF) {
      add(U16_LEAD(point), begin, at);
      add(U16_TRAIL(point), begin, at);
    } else {
      add(point, begin, at);
    }
  }
  size_ = count;
}

}  // namespace topos
