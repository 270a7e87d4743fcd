// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/groups.hpp"

#include <algorithm>

namespace topos {
namespace {

struct Member {
  Match match;
  std::uint32_t code = 0;
  bool dropped = false;
};

}  // namespace

void resolve_group(const CompiledBook& book, const std::vector<std::uint32_t>& members, std::vector<std::vector<Match>>& hits,
                   const std::function<void(const Match& dropped, const Match& winner)>& tell) {
  std::vector<Member> all;
  for (const std::uint32_t code : members)
    for (const Match& match : hits[code]) all.push_back({match, code});
  if (all.size() < 2) return;
  std::sort(all.begin(), all.end(), [](const Member& a, const Member& b) { return before(a.match, b.match); });
  // In this order a hit that contains another stands before it; the farthest end so far tells whether one does.
  std::size_t widest = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const TokenRange own = all[i].match.units;
    const TokenRange wide = all[widest].match.units;
    if (i != widest && own.end <= wide.end && !(own == wide)) {
      all[i].dropped = true;
      tell(all[i].match, all[widest].match);
    } else if (i == 0 || own.end > wide.end) {
      widest = i;
    }
  }
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    while (end < all.size() && all[end].match.units == all[first].match.units) ++end;
    const auto priority = [&](const Member& one) { return book.codes()[one.code].code->priority; };
    const auto best = std::max_element(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(end),
                                       [&](const Member& a, const Member& b) { return priority(a) < priority(b); });
    for (std::size_t i = first; i < end; ++i)
      if (priority(all[i]) < priority(*best)) {
        all[i].dropped = true;
        tell(all[i].match, best->match);
      }
    first = end;
  }
  if (std::none_of(all.begin(), all.end(), [](const Member& one) { return one.dropped; })) return;
  for (const std::uint32_t code : members) hits[code].clear();
  for (const Member& one : all)
    if (!one.dropped) hits[one.code].push_back(one.match);
}

}  // namespace topos
