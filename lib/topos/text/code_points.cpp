// SPDX-License-Identifier: Apache-2.0
#include "topos/text/code_points.hpp"

#include <unicode/uchar.h>

namespace topos {
namespace {

UChar32 icu(char32_t c) noexcept { return static_cast<UChar32>(c); }

}  // namespace

std::uint32_t code_point_count(std::string_view text) noexcept {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// Letters that make up most of a text are told by their ranges; the property tables are asked about the others.
bool is_word_character(char32_t c) noexcept {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_ascii_digit(c);
  if ((c >= 0x400 && c <= 0x481) || (c >= 0x4E00 && c <= 0x9FEF)) return true;
  if ((c >= 0xE01 && c <= 0xE3A) || (c >= 0xE40 && c <= 0xE4E) || (c >= 0xE50 && c <= 0xE59)) return true;
  if (c >= 0x2010 && c <= 0x2027) return false;
  return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool is_upper(char32_t c) noexcept {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}

bool is_lower(char32_t c) noexcept {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  return u_islower(icu(c)) != 0;
}

char32_t fold_case(char32_t c) noexcept {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  if (c >= 0x410 && c <= 0x45F) return c < 0x430 ? c + 32 : c;
  const bool caseless = (c >= 0x600 && c < 0x10A0) || (c >= 0x3001 && c < 0xA640);
  return caseless ? c : static_cast<char32_t>(u_foldCase(icu(c), U_FOLD_CASE_DEFAULT));
}

std::string_view trim_any(std::string_view text) noexcept {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const CodePoint c = code_point_at(text, begin);
    if (!is_blank(c.value)) break;
    begin += c.size;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const CodePoint c = code_point_before(text, end);
    if (!is_blank(c.value)) break;
    end -= c.size;
  }
  return text.substr(begin, end - begin);
}

}  // namespace topos
