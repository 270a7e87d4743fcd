// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"

namespace topos {

/// Text order: by first unit, longer first.
[[nodiscard]] inline bool before(const Match& a, const Match& b) noexcept {
  return a.units.begin != b.units.begin ? a.units.begin < b.units.begin : a.units.end > b.units.end;
}

/// Drops hits inside strictly longer hits of their exclusive group, and those that a higher priority beats (grammar.md 8).
/// `hits`: by code, each in text order. `tell(dropped, winner)` is told of each reason.
void resolve_group(const CompiledBook& book, const std::vector<std::uint32_t>& members, std::vector<std::vector<Match>>& hits,
                   const std::function<void(const Match& dropped, const Match& winner)>& tell);

}  // namespace topos
