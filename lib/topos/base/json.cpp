// SPDX-License-Identifier: Apache-2.0
#include "topos/base/json.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

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

void append_escape(std::string& out, std::uint8_t byte) {
  constexpr char hex[] = "0123456789abcdef";
  constexpr std::string_view letters = "\bb\ff\nn\rr\tt\"\"\\\\";
  for (std::size_t at = 0; at < letters.size(); at += 2)
    if (byte_at(letters, at) == byte) {
      out += '\\';
      out += letters[at + 1];
      return;
    }
  out += "\\u00";
  out += hex[byte >> 4];
  out += hex[byte & 15];
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

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  std::size_t at = 0;
  const auto copy_run = [&] { out.append(text, copied, at - copied); };
  while (at < text.size()) {
    const std::uint8_t byte = byte_at(text, at);
    if (kinds[byte] == plain) {
      ++at;
    } else if (kinds[byte] == escaped) {
      copy_run();
      append_escape(out, byte);
      copied = ++at;
    } else if (const std::size_t size = sequence(text, at); size != 0) {
      at += size;
    } else {
      copy_run();
      out += "\xEF\xBF\xBD";
      copied = ++at;
    }
  }
  copy_run();
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
