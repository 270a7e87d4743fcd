// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/quotations.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace topos {
namespace {

enum class Role { none, opens, closes, either };

/// What a mark may do. `family` tells which marks pair: German „ “ closes with the mark that opens in English.
struct Mark {
  Role role = Role::none;
  int family = 0;
};

struct Seen {
  UChar32 point;
  UChar32 before;
  UChar32 after;
  std::uint32_t begin;
  std::uint32_t end;
};

bool is_open_context(UChar32 before) {
  return before == 0 || u_isUWhiteSpace(before) || u_charType(before) == U_START_PUNCTUATION || u_charType(before) == U_DASH_PUNCTUATION ||
         u_charType(before) == U_INITIAL_PUNCTUATION || before == '*' || before == '_' || before == '/';
}

bool is_close_context(UChar32 after) { return after == 0 || !u_isalnum(after); }

Mark mark_of(const Seen& seen, bool german_open) {
  switch (seen.point) {
    case '"': return {is_open_context(seen.before) ? Role::opens : Role::closes, 1};
    case 0x201C: return {german_open ? Role::closes : Role::opens, german_open ? 3 : 2};  // “
    case 0x201D: return {Role::closes, german_open ? 3 : 2};                               // ”
    case 0x201E: return {Role::opens, 3};                                                  // „
    case 0xAB: return {Role::opens, 4};
    case 0xBB: return {Role::closes, 4};
    case 0x2039: return {Role::opens, 5};
    case 0x203A: return {Role::closes, 5};
    case 0x300C: return {Role::opens, 6};
    case 0x300D: return {Role::closes, 6};
    case 0x300E: return {Role::opens, 7};
    case 0x300F: return {Role::closes, 7};
    case 0x2018: return {is_open_context(seen.before) ? Role::opens : Role::none, 8};   // ‘
    case 0x2019: return {is_close_context(seen.after) ? Role::closes : Role::none, 8};  // ’, also the apostrophe
    default: return {};
  }
}

/// Where the next byte stands that may begin a mark: only '"' among the ASCII characters does.
std::size_t next_candidate(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  const auto is_candidate = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]) >= 0x80 || bytes[i] == '"'; };
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, 8);
    const std::uint64_t differs = eight ^ (ones * '"');
    if (((eight | ((differs - ones) & ~differs)) & high) != 0) break;
  }
  while (at < bytes.size() && !is_candidate(at)) ++at;
  return at;
}

struct Open {
  int family;
  std::uint32_t inside;
};

}  // namespace

void find_quotations(std::string_view text, ByteSpan paragraph, std::vector<ByteSpan>& out) {
  const std::string_view bytes = paragraph.in(text);
  const auto size = static_cast<std::int32_t>(bytes.size());
  const std::size_t first = out.size();
  std::vector<Open> open;
  UChar32 before = 0;
  std::int32_t at = 0;
  while (at < size) {
    if (const auto next = static_cast<std::int32_t>(next_candidate(bytes, static_cast<std::size_t>(at))); next != at) {
      at = next;
      before = static_cast<unsigned char>(bytes[static_cast<std::size_t>(at) - 1]);
      continue;
    }
    const std::int32_t begin = at;
    UChar32 point = 0;
    UChar32 after = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U8_NEXT_UNSAFE(bytes.data(), at, point);
    if (at < size) {
      std::int32_t next = at;
      U8_NEXT_UNSAFE(bytes.data(), next, after);
    }
#pragma GCC diagnostic pop
    const bool german = std::any_of(open.begin(), open.end(), [](const Open& one) { return one.family == 3; });
    const Mark mark = mark_of({point, before, after, 0, 0}, german);
    before = point;
    if (mark.role == Role::opens && open.size() < 16) {
      open.push_back({mark.family, paragraph.begin + static_cast<std::uint32_t>(at)});
    } else if (mark.role == Role::closes) {
      const auto partner = std::find_if(open.rbegin(), open.rend(), [&](const Open& one) { return one.family == mark.family; });
      if (partner == open.rend()) continue;
      const ByteSpan found{partner->inside, paragraph.begin + static_cast<std::uint32_t>(begin)};
      open.erase(std::next(partner).base(), open.end());
      while (out.size() > first && out.back().begin >= found.begin) out.pop_back();
      if (!found.empty()) out.push_back(found);
    }
  }
}

}  // namespace topos
