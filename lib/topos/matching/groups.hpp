// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/hit_lists.hpp"
#include "topos/matching/match.hpp"

namespace topos {

/// Text order: by first unit, longer first.
[[nodiscard]] inline bool before(const Match& a, const Match& b) noexcept {
  return a.units.begin != b.units.begin ? a.units.begin < b.units.begin : a.units.end > b.units.end;
}

/// Within a code: leftmost, then longest, then first in the file, which searches are numbered by.
[[nodiscard]] inline bool stands_before(const Match& a, const Match& b) noexcept {
  return a.units == b.units ? a.search < b.search : before(a, b);
}
[[nodiscard]] inline bool overlap(const Match& a, const Match& b) noexcept {
  return a.units.begin < b.units.end && b.units.begin < a.units.end;
}

/// Drops hits inside strictly longer hits of their exclusive group, and those that a higher priority beats (grammar.md
/// 8). The group's hits are those from number `first` on. `tell(dropped, winner)` is told of each reason.
void resolve_group(const CompiledBook& book, HitLists& hits, std::size_t first,
                   const std::function<void(const Match& dropped, const Match& winner)>& tell);

}  // namespace topos
