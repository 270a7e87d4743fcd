// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/bundle.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::uint32_t longest_gap = 500;

}  // namespace

bool Bundle::can_follow(const Automaton& automaton) noexcept {
  const auto is_words = [&](std::uint32_t first) { return automaton.places[first].kind == Place::Kind::words; };
  const auto is_short = [](const Step& step) {
    return step.gap.most <= longest_gap && step.gap.least <= step.gap.most;
  };
  const auto is_plain = [&](const Place& place) {
    return (place.kind == Place::Kind::words || place.kind == Place::Kind::punctuation) && !place.trailing.present &&
           std::ranges::all_of(automaton.next(place), is_short);
  };
  return std::all_of(automaton.first.begin(), automaton.first.end(), is_words) &&
         std::all_of(automaton.places.begin(), automaton.places.end(), is_plain);
}

void Bundle::add(std::uint32_t search, const Automaton& automaton, const Elements& elements) {
  const auto base = static_cast<std::uint32_t>(places_.size());
  const bool follow = can_follow(automaton);
  for (const Place& place : automaton.places) {
    Member member{search, 0, static_cast<std::uint32_t>(waiting_.size()), 0, !follow || place.accepts};
    if (follow)
      for (const Step& step : automaton.next(place)) {
        const Place& to = automaton.places[step.to];
        Waiting& made = waiting_.emplace_back();
        made.wants = to.kind == Place::Kind::words ? to.value : punctuation;
        made.place = base + step.to;
        made.least = static_cast<std::uint16_t>(step.gap.least);
        made.most = step.gap.present ? static_cast<std::uint16_t>(step.gap.most) : adjacent;
      }
    member.end = static_cast<std::uint32_t>(waiting_.size());
    places_.push_back(member);
  }
  const bool goes_on = follow && !automaton.steps.empty();
  if (goes_on) anchor_finder_.find(automaton, elements, anchors_);
  for (const std::uint32_t number : automaton.first) {
    const Place& place = automaton.places[number];
    if (place.kind != Place::Kind::words) continue;
    begins_with_.emplace_back(place.value, base + number);
    if (!goes_on) continue;
    places_[base + number].outlook = static_cast<std::uint32_t>(outlooks_.size());
    outlooks_.push_back(anchor_finder_.outlook(number));
  }
}

Bundle::Role& Bundle::role_of(ElementId element) {
  if (element >= roles_.size()) roles_.resize(element + std::size_t{1});
  return roles_[element];
}

void Bundle::close() {
  for (const auto& [element, place] : begins_with_)
    if (element + std::size_t{2} > first_.size()) first_.resize(element + std::size_t{2});
  for (const auto& [element, place] : begins_with_) ++first_[element + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  beginnings_.resize(begins_with_.size());
  std::vector<std::uint32_t> next = first_;
  for (const auto& [element, place] : begins_with_) beginnings_[next[element]++] = place;
  begins_with_ = {};
  for (const Anchor& anchor : anchors_) role_of(anchor.element).anchor |= anchor.bits;
  for (const Waiting& waits : waiting_)
    if (waits.wants != punctuation) role_of(waits.wants).follows = true;
  anchors_ = {};
  anchor_finder_ = {};
}

}  // namespace topos
