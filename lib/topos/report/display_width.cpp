// SPDX-License-Identifier: Apache-2.0
#include "topos/report/display_width.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace topos {
namespace {

constexpr std::string_view ellipsis = "…";

/// The code point at `at`, which moves past it; one byte and U+FFFD if there is none.
UChar32 next_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
  U8_NEXT_OR_FFFD(bytes, at, text.size(), point);
#pragma GCC diagnostic pop
  return point;
}

std::size_t point_width(UChar32 point) {
  if (point >= 0x20 && point < 0x7F) return 1;
  const auto category = U_GET_GC_MASK(point);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0 && point != 0xAD) return 0;
  // Vowels and finals of decomposed Hangul stand in the square of their first letter.
  if (point >= 0x1160 && point <= 0x11FF) return 0;
  const int wide = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += point_width(next_point(text, at));
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width, bool at_left) {
  if (width == 0) return {};
  std::vector<std::pair<std::size_t, std::size_t>> ends{{0, 0}};  // byte and column after each code point
  std::size_t total = 0;
  for (std::size_t at = 0; at < text.size();) {
    total += point_width(next_point(text, at));
    ends.emplace_back(at, total);
    if (!at_left && total > width) break;
  }
  if (total <= width) return std::string(text);
  if (!at_left) {
    while (ends.back().second + 1 > width) ends.pop_back();
    return std::string(text.substr(0, ends.back().first)) + std::string(ellipsis);
  }
  std::size_t first = 0;
  while (total - ends[first].second + 1 > width) ++first;
  // A mark must not lose the letter it stands on.
  while (first + 1 < ends.size() && ends[first + 1].second == ends[first].second) ++first;
  return std::string(ellipsis) + std::string(text.substr(ends[first].first));
}

}  // namespace topos
