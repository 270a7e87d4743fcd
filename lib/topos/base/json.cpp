// SPDX-License-Identifier: Apache-2.0
#include "topos/base/json.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "topos/base/number.hpp"

namespace topos {
namespace {

enum Kind : std::uint8_t { plain, escaped, lead };

constexpr std::array<std::uint8_t, 256> kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = escaped;
  table['"'] = escaped;
  table['\\'] = escaped;
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) table[byte] = lead;
  return table;
}();

std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

char* put_escape(char* at, std::uint8_t byte) {
  constexpr char hex[] = "0123456789abcdef";
  constexpr std::string_view letters = "\bb\ff\nn\rr\tt\"\"\\\\";
  *at++ = '\\';
  for (std::size_t i = 0; i < letters.size(); i += 2)
    if (byte_at(letters, i) == byte) {
      *at++ = letters[i + 1];
      return at;
    }
  for (const char c : {'u', '0', '0', hex[byte >> 4], hex[byte & 15]}) *at++ = c;
  return at;
}

/// Whether all of the eight bytes at `text` are ASCII that stands for itself in JSON.
bool eight_plain(const char* text) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t highs = 0x8080808080808080;
  std::uint64_t word;
  std::memcpy(&word, text, sizeof word);
  // A byte below n gives a high bit in word - n, unless a lower byte borrowed: then the bytes are looked at one by one,
  // which is no harm.
  const std::uint64_t control = word - 0x20 * ones;
  const std::uint64_t quote = (word ^ ('"' * ones)) - ones;
  const std::uint64_t backslash = (word ^ ('\\' * ones)) - ones;
  return ((word | control | quote | backslash) & highs) == 0;
}

/// Length of the valid sequence of two to four bytes at `at`; 0 if there is none (Unicode, table 3-7).
std::size_t sequence(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  const std::size_t size = first >= 0xC2 && first < 0xE0   ? 2
                           : (first & 0xF0) == 0xE0        ? 3
                           : first >= 0xF0 && first < 0xF5 ? 4
                                                           : 0;
  if (size == 0 || at + size > text.size()) return 0;
  const std::uint8_t second = byte_at(text, at + 1);
  const std::uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most) return 0;
  for (std::size_t i = 2; i < size; ++i)
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  return size;
}

/// Writes `text` as it stands between the quotes.
char* put_text(char* at, std::string_view text) noexcept {
  for (std::size_t from = 0; from < text.size();) {
    if (from + 8 <= text.size() && eight_plain(text.data() + from)) {
      std::memcpy(at, text.data() + from, 8);
      at += 8;
      from += 8;
      continue;
    }
    const std::uint8_t byte = byte_at(text, from);
    const std::size_t size = kinds[byte] == lead ? sequence(text, from) : 1;
    if (kinds[byte] == escaped)
      at = put_escape(at, byte);
    else if (size == 0)
      for (const char c : {'\xEF', '\xBF', '\xBD'}) *at++ = c;
    else
      for (std::size_t i = 0; i < size; ++i) *at++ = text[from + i];
    from += size == 0 ? 1 : size;
  }
  return at;
}

/// Where a piece of about `size` bytes of `text` may end: not inside a character.
std::size_t piece_end(std::string_view text, std::size_t size) {
  if (size >= text.size()) return text.size();
  for (std::size_t end = size; end + 4 > size; --end)
    if ((byte_at(text, end) & 0xC0) != 0x80) return end;
  return size;  // four bytes that continue something: no character crosses this place
}

}  // namespace

char* put_json_string(char* at, std::string_view text) noexcept {
  *at++ = '"';
  at = put_text(at, text);
  *at++ = '"';
  return at;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  // Room for the worst case is made piece by piece, so that a large text does not take six times its size.
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, piece_end(text, 4096));
    const std::size_t begin = out.size();
    out.resize(begin + longest_json(piece.size()));
    out.resize(static_cast<std::size_t>(put_text(out.data() + begin, piece) - out.data()));
    text.remove_prefix(piece.size());
  }
  out += '"';
}

void append_json_number(std::string& out, double value, int digits) {
  const std::string text = number_text(value, digits);
  out += text.empty() ? "null" : text;
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace topos
