// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/character_references.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "topos/text/utf8.hpp"

namespace topos {
namespace {

struct Entity {
  std::string_view name;
  char32_t point;
};
constexpr Entity entities[] = {
#define TOPOS_HTML_ENTITY(name, point) {name, point},
#include "topos/text/html/entities.def"
#undef TOPOS_HTML_ENTITY
};

/// What browsers show for the numbers 128 to 159, which mean windows-1252 on the web.
constexpr std::array<char32_t, 32> windows_points = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

char32_t numbered(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  if (problem != std::errc() || end != digits.data() + digits.size() || value == 0) return 0;
  if (value >= 0x80 && value < 0xA0) return windows_points[value - 0x80];
  return value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? U'\uFFFD' : char32_t{value};
}

char32_t named(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(entities), std::end(entities), name,
                                       [](const Entity& a, std::string_view b) { return a.name < b; });
  return found != std::end(entities) && found->name == name ? found->point : 0;
}

}  // namespace

void append_resolved(std::string& out, std::string_view text) {
  constexpr std::size_t longest = 32;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text, at, mark - at);
    if (mark == text.size()) return;
    std::size_t end = mark + 1;
    const auto is_part = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
    };
    while (end < text.size() && end - mark <= longest && is_part(text[end])) ++end;
    const std::string_view name = text.substr(mark + 1, end - mark - 1);
    const bool closed = end < text.size() && text[end] == ';';
    char32_t point = 0;
    if (name.starts_with('#'))
      point = numbered(name.substr(1));
    else if (closed || name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "nbsp")
      point = named(name);
    if (point == 0) {
      out += '&';
      at = mark + 1;
      continue;
    }
    append_utf8(out, point);
    at = end + (closed ? 1 : 0);
  }
}

}  // namespace topos
