// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit_changes.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace topos {
namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t, std::string_view>;

Key key(const Hit& hit) { return {hit.span.begin, hit.span.end, hit.code()}; }

void add_missing(const std::vector<Hit>& from, const std::vector<Hit>& in, bool appears, std::vector<HitChange>& out) {
  std::set<Key> known;
  for (const Hit& hit : in) known.insert(key(hit));
  for (const Hit& hit : from)
    if (!known.contains(key(hit))) out.push_back({hit, appears});
}

}  // namespace

std::vector<HitChange> hit_changes(const std::vector<Hit>& before, const std::vector<Hit>& after) {
  std::vector<HitChange> changes;
  add_missing(before, after, false, changes);
  add_missing(after, before, true, changes);
  std::stable_sort(changes.begin(), changes.end(), [](const HitChange& a, const HitChange& b) {
    return std::tuple(a.hit.span.begin, a.appears, a.hit.span.end, a.hit.code()) <
           std::tuple(b.hit.span.begin, b.appears, b.hit.span.end, b.hit.code());
  });
  return changes;
}

}  // namespace topos
