// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/anchors.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::uint32_t most_weight = 1U << 20;

}  // namespace

void AnchorFinder::find(const Automaton& automaton, const Elements& elements, std::vector<ElementId>& chosen) {
  const std::size_t size = automaton.places.size();
  ahead_.assign(size, {});
  if (automaton.steps.empty()) return;
  // Steps lead to higher numbers: what lies behind a place is known before the place is looked at.
  for (std::size_t number = size; number-- > 0;) {
    const Place& place = automaton.places[number];
    Ahead& ahead = ahead_[number];
    ahead = behind(automaton, place, elements);
    if (place.kind != Place::Kind::words) continue;
    // The farther away, the more words are looked at.
    const std::uint64_t here = elements.frequency(place.value);
    const std::uint64_t farther = std::uint64_t{ahead.weight} * (std::uint64_t{ahead.reach} + 1);
    ahead.is_anchor = place.accepts || ahead.reach == Outlook::unbounded || here <= farther;
  }
  reached_.assign(size, false);
  for (const std::uint32_t first : automaton.first) reached_[first] = true;
  for (std::size_t number = 0; number < size; ++number) {
    if (!reached_[number]) continue;
    for (const Step& step : automaton.next(automaton.places[number])) {
      if (ahead_[step.to].is_anchor)
        chosen.push_back(automaton.places[step.to].value);
      else
        reached_[step.to] = true;
    }
  }
}

/// What lies behind a place, by what lies behind those that it leads to.
AnchorFinder::Ahead AnchorFinder::behind(const Automaton& automaton, const Place& place, const Elements& elements) const {
  Ahead all;
  for (const Step& step : automaton.next(place)) {
    const Place& to = automaton.places[step.to];
    const Ahead& next = ahead_[step.to];
    const std::uint32_t words = step.gap.present ? step.gap.most + 1 : 1;
    const bool looks_on = !next.is_anchor && !to.accepts && next.reach < Outlook::unbounded - words;
    if (!next.is_anchor && !looks_on) {
      all.reach = Outlook::unbounded;
      continue;
    }
    all.anchors |= next.is_anchor ? anchor_bit(to.value) : next.anchors;
    all.weight = std::min(most_weight, all.weight + (next.is_anchor ? elements.frequency(to.value) : next.weight));
    all.reach = std::max(all.reach, next.is_anchor ? words : words + next.reach);
  }
  return all;
}

}  // namespace topos
