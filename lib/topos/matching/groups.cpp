// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/groups.hpp"

#include <algorithm>
#include <vector>

namespace topos {
namespace {

struct Member {
  Match match;
  std::size_t number = 0;  ///< among the group's hits
};

}  // namespace

void resolve_group(const CompiledBook& book, HitLists& hits, std::size_t first,
                   const std::function<void(const Match& dropped, const Match& winner)>& tell) {
  const std::vector<Match> own(hits.all().begin() + static_cast<std::ptrdiff_t>(first), hits.all().end());
  if (own.size() < 2) return;
  std::vector<Member> all;
  std::vector<bool> dropped(own.size());
  for (std::size_t i = 0; i < own.size(); ++i) all.push_back({own[i], i});
  std::sort(all.begin(), all.end(), [](const Member& a, const Member& b) {
    return a.match.units == b.match.units ? a.number < b.number : before(a.match, b.match);
  });
  // In this order a hit that contains another stands before it; the farthest end so far tells whether one does.
  std::size_t widest = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const TokenRange here = all[i].match.units;
    const TokenRange wide = all[widest].match.units;
    if (i != widest && here.end <= wide.end && !(here == wide)) {
      dropped[all[i].number] = true;
      tell(all[i].match, all[widest].match);
    } else if (i == 0 || here.end > wide.end) {
      widest = i;
    }
  }
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].match.units == all[begin].match.units) ++end;
    const auto priority = [&](const Member& one) {
      return book.codes()[book.facts(one.match.search).code].code->priority;
    };
    const auto best = std::max_element(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                       all.begin() + static_cast<std::ptrdiff_t>(end),
                                       [&](const Member& a, const Member& b) { return priority(a) < priority(b); });
    for (std::size_t i = begin; i < end; ++i)
      if (priority(all[i]) < priority(*best)) {
        dropped[all[i].number] = true;
        tell(all[i].match, best->match);
      }
    begin = end;
  }
  if (std::find(dropped.begin(), dropped.end(), true) == dropped.end()) return;
  hits.cut(first);
  for (std::size_t i = 0; i < own.size(); ++i)
    if (!dropped[i]) hits.add(book.facts(own[i].search).code, own[i]);
}

}  // namespace topos
