// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/anchors.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::uint32_t most_weight = 1U << 20;
constexpr std::uint32_t least_frequent = 30;
constexpr std::uint32_t frequent_bits = 48;
constexpr std::uint32_t rare_bits = 15;

/// The bits of an anchor for both beginnings: those for frequent words are the lower ones.
std::uint64_t bits_for(ElementId element) noexcept {
  const std::uint64_t hash = (element * 0x9E3779B97F4A7C15U) >> 32;
  return (std::uint64_t{2} << (hash % frequent_bits)) | (std::uint64_t{2} << (frequent_bits + hash % rare_bits));
}

}  // namespace

std::uint64_t AnchorFinder::bits_of(std::uint8_t beginnings) noexcept {
  constexpr std::uint64_t lower = (std::uint64_t{2} << frequent_bits) - 1;
  return ((beginnings & frequent) != 0 ? lower : 0) | ((beginnings & rare) != 0 ? ~lower : 0);
}

void AnchorFinder::find(const Automaton& automaton, const Elements& elements, std::vector<Anchor>& chosen) {
  const std::size_t size = automaton.places.size();
  ahead_.assign(size, {});
  reached_.assign(size, nowhere);
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
  for (const std::uint32_t first : automaton.first)
    if (const Place& place = automaton.places[first]; place.kind == Place::Kind::words)
      reached_[first] = elements.frequency(place.value) >= least_frequent ? frequent : rare;
  for (std::size_t number = 0; number < size; ++number) {
    if (reached_[number] == nowhere) continue;
    for (const Step& step : automaton.next(automaton.places[number])) {
      const ElementId element = automaton.places[step.to].value;
      if (ahead_[step.to].is_anchor)
        chosen.push_back({element, bits_for(element) & bits_of(reached_[number])});
      else
        reached_[step.to] |= reached_[number];
    }
  }
}

/// What lies behind a place, by what lies behind those that it leads to.
AnchorFinder::Ahead AnchorFinder::behind(const Automaton& automaton, const Place& place,
                                         const Elements& elements) const {
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
    all.anchors |= next.is_anchor ? bits_for(to.value) : next.anchors;
    if (next.is_anchor)
      all.elements.add(to.value);
    else
      all.elements.add(next.elements);
    all.weight = std::min(most_weight, all.weight + (next.is_anchor ? elements.frequency(to.value) : next.weight));
    all.reach = std::max(all.reach, next.is_anchor ? words : words + next.reach);
  }
  return all;
}

}  // namespace topos
