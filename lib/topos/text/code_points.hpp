// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topos {

/// One code point of a text and the bytes it takes there.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;
};

/// The code point whose first byte is text[at].
/// Domain: valid UTF-8; at < text.size().
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const char32_t lead = bytes[0];
  if (lead < 0x80) return {lead, 1};
  const std::size_t left = text.size() - at;
  const auto tail = [&](std::size_t i) { return i < left ? char32_t{bytes[i]} & 0x3F : 0; };
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | tail(1), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3};
  return {(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

/// The code point that ends just before text[end].
/// Domain: valid UTF-8; 0 < end <= text.size().
[[nodiscard]] inline CodePoint code_point_before(std::string_view text, std::size_t end) noexcept {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  CodePoint found = code_point_at(text.substr(0, end), at);
  found.size = static_cast<std::uint32_t>(end - at);
  return found;
}

/// How many code points `text` has.
[[nodiscard]] std::uint32_t code_point_count(std::string_view text) noexcept;

/// White space and characters that show nothing at a line's end (zero-width space, word joiner, byte order mark).
[[nodiscard]] constexpr bool is_blank(char32_t c) noexcept {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}
[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
/// Letter, mark or digit.
[[nodiscard]] bool is_word_character(char32_t c) noexcept;
/// A letter of a script that puts no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese, Tibetan.
[[nodiscard]] constexpr bool is_unspaced(char32_t c) noexcept {
  if (c < 0x0E00) return false;
  return c <= 0x0FFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005;
}
/// A letter of Thai or Lao, whose sentences end without a mark.
[[nodiscard]] constexpr bool is_unpunctuated(char32_t c) noexcept { return c >= 0x0E00 && c <= 0x0EFF; }
[[nodiscard]] bool is_upper(char32_t c) noexcept;
[[nodiscard]] bool is_lower(char32_t c) noexcept;
[[nodiscard]] char32_t fold_case(char32_t c) noexcept;

/// `text` without blanks at its ends, whatever blanks they are.
[[nodiscard]] std::string_view trim_any(std::string_view text) noexcept;

/// `text` without blanks at its ends.
[[nodiscard]] inline std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const auto shows = [](char c) { return c > ' ' && c < 0x7F; };
  return text.empty() || (shows(text.front()) && shows(text.back())) ? text : trim_any(text);
}

}  // namespace topos
