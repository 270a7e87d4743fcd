// SPDX-License-Identifier: Apache-2.0
#include "topos/base/error.hpp"

#include <utility>

namespace topos {
namespace {

struct Row {
  std::string_view slug;
  std::string_view meaning;
};

constexpr Row rows[] = {
#define TOPOS_ERROR(id, slug, meaning) {slug, meaning},
#include "topos/base/errors.def"
#undef TOPOS_ERROR
};

constexpr const Row& row(Errc code) { return rows[static_cast<std::size_t>(code)]; }

std::string render(Errc code, const std::string& message, const Location& at) {
  std::string text;
  if (!at.path.empty()) {
    text += at.path == "-" ? "(standard input)" : printable(at.path);
    if (at.line != 0) text += ':' + std::to_string(at.line);
    if (at.line != 0 && at.column != 0) text += ':' + std::to_string(at.column);
    text += ": ";
  }
  text += message;
  text += " [";
  text += row(code).slug;
  text += ']';
  return text;
}

/// Length of the valid UTF-8 sequence at `at`, and its code point; 0 if there is none.
std::size_t sequence(std::string_view text, std::size_t at, char32_t& point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t size = lead < 0x80                   ? 1
                           : lead >= 0xC2 && lead < 0xE0 ? 2
                           : lead >= 0xE0 && lead < 0xF0 ? 3
                           : lead >= 0xF0 && lead < 0xF5 ? 4
                                                         : 0;
  if (size == 0 || at + size > text.size()) return 0;
  point = size == 1 ? lead : static_cast<char32_t>(lead & (0x7F >> size));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    point = (point << 6) | (byte(at + i) & 0x3Fu);
  }
  if ((size == 3 && (point < 0x800 || (point >= 0xD800 && point < 0xE000))) ||
      (size == 4 && (point < 0x10000 || point > 0x10FFFF)))
    return 0;
  return size;
}

bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

Error::Error(Errc code, std::string message, Location where, std::string hint)
    : code_(code), message_(std::move(message)), where_(std::move(where)), hint_(std::move(hint)),
      text_(render(code, message_, where_)) {}

std::string_view slug(Errc code) noexcept { return row(code).slug; }
std::string_view meaning(Errc code) noexcept { return row(code).meaning; }

std::string printable(std::string_view text) {
  constexpr char hex[] = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = 0;
    const std::size_t size = sequence(text, at, point);
    if (size != 0 && !is_hidden(point)) {
      out.append(text, at, size);
    } else if (size > 1) {
      out += "\\u{";
      for (int shift = point > 0xFFFF ? 20 : point > 0xFFF ? 12 : 8; shift >= 0; shift -= 4)
        out += hex[(point >> shift) & 15];
      out += '}';
    } else {
      const auto byte = static_cast<unsigned char>(text[at]);
      out += "\\x";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
    at += size == 0 ? 1 : size;
  }
  return out;
}

}  // namespace topos
