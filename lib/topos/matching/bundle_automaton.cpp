// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/bundle_automaton.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::size_t fewest_slots = 256;
constexpr std::uint32_t hash_mask = (std::uint32_t{1} << 30) - 1;

/// Of what a state waits for and what ends there, 30 bits. A place wants always the same.
std::uint32_t hash_of(const std::vector<Waiting>& waiting, const std::vector<std::uint32_t>& ended) noexcept {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = ended.size();
  const auto mix = [&](std::uint64_t value) {
    hash = (hash ^ value) * factor;
    hash ^= hash >> 32;
  };
  for (const Waiting& waits : waiting)
    mix((std::uint64_t{waits.place} << 32) | (std::uint64_t{waits.least} << 16) | waits.most);
  for (const std::uint32_t search : ended) mix(search);
  return static_cast<std::uint32_t>(hash) & hash_mask;
}

}  // namespace

BundleAutomaton::BundleAutomaton(const Bundle& bundle, const TypeTable& types, std::size_t limit)
    : bundle_(bundle), types_(types), limit_(limit) {
  clear();
}

void BundleAutomaton::clear() {
  ++clears_;
  for (ClassFacts& one : classes_)
    if (one.start != nothing) one.start = unknown;
  states_.assign(2, Known{});  // `nothing`, and the end of it
  waiting_.clear();
  ended_.clear();
  ways_.clear();
  slots_.assign(fewest_slots, nothing);
}

void BundleAutomaton::prepare() {
  if (generation_ != types_.generation()) {
    generation_ = types_.generation();
    classes_.clear();
    followers_.clear();
    anchors_.clear();
    clear();
  }
  for (std::size_t number = classes_.size(); number < types_.classes(); ++number) {
    ClassFacts& one = classes_.emplace_back();
    ElementBits& followers = followers_.emplace_back();
    ElementBits& own = anchors_.emplace_back().own;
    for (const ElementId element : types_.elements(static_cast<ClassId>(number))) {
      if (!bundle_.first(element).empty()) {
        one.start = unknown;
        one.wants_near = ClassFacts::always;  // until make_start() knows better
      }
      one.anchors |= bundle_.anchor(element);
      if (bundle_.anchor(element) != 0) own.add(element);
      if (bundle_.is_follower(element)) followers.add(element);
    }
  }
}

/// Notes that a match has taken what `place` takes.
void BundleAutomaton::arrive(std::uint32_t place) {
  if (bundle_.accepts(place)) new_ended_.push_back(bundle_.search_of(place));
  const std::span<const Waiting> after = bundle_.after(place);
  new_waiting_.insert(new_waiting_.end(), after.begin(), after.end());
}

BundleAutomaton::State BundleAutomaton::make_start(ClassId one) {
  Outlook outlook;
  for (const ElementId element : types_.elements(one))
    for (const std::uint32_t place : bundle_.first(element)) {
      arrive(place);
      outlook.add(bundle_.outlook(place));
    }
  const bool anywhere = !new_ended_.empty() || outlook.reach == Outlook::unbounded;
  const State made = intern();
  ClassFacts& facts = classes_[one];
  facts.start = made;
  anchors_[one].wanted = outlook.elements;
  facts.reach = outlook.reach;
  facts.wants_near = outlook.anchors | (anywhere ? ClassFacts::always : 0);
  facts.wants_far = outlook.reach > ClassFacts::near ? outlook.anchors : 0;
  return made;
}

/// Notes what still waits when a word was skipped.
void BundleAutomaton::skip_word(std::span<const Waiting> all) {
  for (Waiting waits : all) {
    if (waits.most == Bundle::adjacent || waits.most == 0) continue;
    if (waits.least > 0) --waits.least;
    --waits.most;
    new_waiting_.push_back(waits);
  }
}

BundleAutomaton::State BundleAutomaton::make_after_word(State from, ClassId one) {
  const std::span<const Waiting> all = waiting(from);
  for (const ElementId element : types_.elements(one)) {
    if (!states_[from].wanted.may_hold(element) || !bundle_.is_follower(element)) continue;
    auto at = std::lower_bound(all.begin(), all.end(), element,
                               [](const Waiting& waits, ElementId wanted) { return waits.wants < wanted; });
    for (; at != all.end() && at->wants == element; ++at)
      if (at->least == 0) arrive(at->place);
  }
  const std::uint64_t before = clears_;
  State made = nothing;
  if (new_waiting_.empty() && new_ended_.empty()) {
    // The signature promised too much: the word is like any other.
    made = states_[from].after_other != unknown ? states_[from].after_other : make_after_other(from);
  } else {
    skip_word(all);
    made = intern();
  }
  if (before == clears_) ways_.add(from, one, made);
  return made;
}

BundleAutomaton::State BundleAutomaton::make_after_other(State from) {
  skip_word(waiting(from));
  const std::uint64_t before = clears_;
  const State made = intern();
  if (before == clears_) states_[from].after_other = made;
  return made;
}

BundleAutomaton::State BundleAutomaton::make_after_mark(State from, const Token& unit) {
  for (const Waiting& waits : waiting(from)) {
    if (unit.kind == TokenKind::punctuation && waits.wants == Bundle::punctuation && waits.least == 0)
      arrive(waits.place);
    if (waits.most != Bundle::adjacent || unit.passable) new_waiting_.push_back(waits);
  }
  const std::uint64_t before = clears_;
  const State made = intern();
  if (before == clears_) states_[from].after_mark[mark_number(unit)] = made;
  return made;
}

/// Sorts what was gathered and drops what another covers: of two gaps before the same place the one that begins no
/// later and ends no earlier. Without this, gaps behind gaps would make a state for each set of distances.
void BundleAutomaton::drop_needless() {
  if (new_waiting_.size() < 2) return;
  std::sort(new_waiting_.begin(), new_waiting_.end(), [](const Waiting& a, const Waiting& b) {
    if (a.wants != b.wants) return a.wants < b.wants;
    if (a.place != b.place) return a.place < b.place;
    return a.least != b.least ? a.least < b.least : a.most > b.most;
  });
  std::size_t kept = 0;
  std::int32_t farthest = -1;  // of the gaps kept before the place at hand
  for (const Waiting& waits : new_waiting_) {
    const bool same =
        kept > 0 && new_waiting_[kept - 1].wants == waits.wants && new_waiting_[kept - 1].place == waits.place;
    if (!same) farthest = -1;
    if (waits.most == Bundle::adjacent) {
      if (same && new_waiting_[kept - 1] == waits) continue;
    } else {
      if (waits.most <= farthest) continue;
      farthest = waits.most;
    }
    new_waiting_[kept++] = waits;
  }
  new_waiting_.resize(kept);
}

/// The state of what was gathered; a new one if there is none like it.
BundleAutomaton::State BundleAutomaton::intern() {
  drop_needless();
  std::sort(new_ended_.begin(), new_ended_.end());
  new_ended_.erase(std::unique(new_ended_.begin(), new_ended_.end()), new_ended_.end());
  State state = nothing;
  if (!new_waiting_.empty() || !new_ended_.empty()) {
    const std::uint32_t hash = hash_of(new_waiting_, new_ended_);
    state = slots_[slot_of(hash)];
    if (state == nothing) state = add(hash);
  }
  new_waiting_.clear();
  new_ended_.clear();
  return state;
}

/// Where the state that was gathered is, or would be put.
std::size_t BundleAutomaton::slot_of(std::uint32_t hash) const noexcept {
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != nothing; at = (at + 1) & (slots_.size() - 1)) {
    const State state = slots_[at];
    if (states_[state].hash == hash && std::ranges::equal(waiting(state), new_waiting_) &&
        std::ranges::equal(ended(state), new_ended_))
      break;
  }
  return at;
}

BundleAutomaton::State BundleAutomaton::add(std::uint32_t hash) {
  if (memory() > limit_) clear();
  if (2 * states_.size() > slots_.size()) {
    slots_.assign(2 * slots_.size(), nothing);
    for (State known = 1; known + 1 < states_.size(); ++known) {
      std::size_t at = states_[known].hash & (slots_.size() - 1);
      while (slots_[at] != nothing) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = known;
    }
  }
  const auto state = static_cast<State>(states_.size() - 1);
  slots_[slot_of(hash)] = state;
  Known& made = states_[state];
  made.hash = hash & hash_mask;
  made.goes_on = new_waiting_.empty() ? 0 : 1;
  made.ends_some = new_ended_.empty() ? 0 : 1;
  for (const Waiting& waits : new_waiting_)
    if (waits.wants != Bundle::punctuation && waits.least == 0) made.wanted.add(waits.wants);
  waiting_.insert(waiting_.end(), new_waiting_.begin(), new_waiting_.end());
  ended_.insert(ended_.end(), new_ended_.begin(), new_ended_.end());
  Known& end = states_.emplace_back();
  end.waiting = static_cast<std::uint32_t>(waiting_.size());
  end.ended = static_cast<std::uint32_t>(ended_.size());
  return state;
}

std::size_t BundleAutomaton::memory() const noexcept {
  return states_.size() * sizeof(Known) + slots_.size() * sizeof(State) + waiting_.size() * sizeof(Waiting) +
         ended_.size() * sizeof(std::uint32_t) + ways_.memory();
}

}  // namespace topos
