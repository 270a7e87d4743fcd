// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/walk.hpp"

#include <algorithm>

namespace topos {

/// One walk: a depth-first search over (place, unit, clitics since the last word), each at most once.
struct Walker::Run {
  Walker& walker;
  const CompiledBook& book;
  const Automaton& automaton;
  std::string_view text;
  const std::vector<Token>& units;
  const Sentence& sentence;
  WalkSource& source;
  std::optional<std::uint32_t> best;

  [[nodiscard]] std::uint32_t end() const { return sentence.units.end; }

  /// True the first time. Few states are the rule; the set serves patterns and sentences that are out to make it many.
  bool visit(std::uint32_t place, std::uint32_t after, std::uint32_t span_end) {
    // Behind a clitic the span may end in different places, which are not the same to a match that ends there.
    constexpr std::uint32_t farthest = (1U << 17) - 1;
    const std::uint64_t key =
        (std::uint64_t{place} << 49) | (std::uint64_t{std::min(after - span_end, farthest)} << 32) | after;
    if (walker.visited_.size() < 64) {
      if (std::find(walker.visited_.begin(), walker.visited_.end(), key) != walker.visited_.end()) return false;
      walker.visited_.push_back(key);
      return true;
    }
    if (walker.visited_many_.empty()) walker.visited_many_.insert(walker.visited_.begin(), walker.visited_.end());
    return walker.visited_many_.insert(key).second;
  }

  void push(std::uint32_t place, std::uint32_t after, std::uint32_t span_end) {
    if (visit(place, after, span_end)) walker.stack_.push_back({place, after, span_end});
  }

  /// Takes what `place` can take at unit `at`.
  void take(std::uint32_t number, std::uint32_t at, std::uint32_t span_end) {
    const Place& place = automaton.places[number];
    const Token& unit = units[at];
    switch (place.kind) {
      case Place::Kind::words:
        if (unit.kind == TokenKind::word && source.holds(unit.type, place.value)) push(number, at + 1, at + 1);
        break;
      case Place::Kind::clitic:
        if (unit.kind == TokenKind::clitic) push(number, at + 1, span_end);
        break;
      case Place::Kind::punctuation:
        if (unit.kind == TokenKind::punctuation) push(number, at + 1, at + 1);
        break;
      case Place::Kind::reference:
        walker.ends_.clear();
        source.reference_ends(place.value, at, walker.ends_);
        for (const std::uint32_t after : walker.ends_) push(number, after, after);
        break;
      case Place::Kind::regex:
        take_regex(number, place.value, at);
        break;
    }
  }

  void take_regex(std::uint32_t number, std::uint32_t regex, std::uint32_t at) {
    if (units[at].kind == TokenKind::clitic) return;
    const std::size_t size = book.match_regex(regex, text.substr(units[at].begin, sentence.span.end - units[at].begin));
    if (size == 0) return;
    const std::size_t stop = units[at].begin + size;
    for (std::uint32_t last = at; last < end() && units[last].end <= stop; ++last)
      if (units[last].end == stop) return push(number, last + 1, last + 1);
  }

  /// Goes from a place to the next one across what adjacency lets pass.
  void step_adjacent(const State& state, const Step& step) {
    for (std::uint32_t at = state.after; at < end(); ++at) {
      take(step.to, at, state.span_end);
      if (!units[at].passable) break;
    }
  }

  /// Goes from a place to the next one across a gap: any punctuation, and least to most words.
  void step_gap(const State& state, const Step& step) {
    const Place::Kind kind = automaton.places[step.to].kind;
    const bool takes_marks =
        kind == Place::Kind::punctuation || kind == Place::Kind::regex || kind == Place::Kind::clitic;
    std::uint32_t skipped = 0;
    for (std::uint32_t at = state.after; at < end(); ++at) {
      const bool word = units[at].kind == TokenKind::word;
      if (skipped >= step.gap.least && (word || takes_marks)) take(step.to, at, state.span_end);
      if (word && skipped++ == step.gap.most) break;
    }
  }

  void accept(const State& state, const Place& place) {
    std::uint32_t span_end = state.span_end;
    if (place.trailing.present) {
      std::uint32_t skipped = 0;
      for (std::uint32_t at = state.after; at < end() && skipped < place.trailing.most; ++at)
        if (units[at].kind == TokenKind::word) {
          ++skipped;
          span_end = at + 1;
        }
      if (skipped < place.trailing.least) return;
    }
    if (!best || span_end > *best) best = span_end;
  }

  void run(std::uint32_t at) {
    for (const std::uint32_t first : automaton.first)
      if (automaton.places[first].kind != Place::Kind::clitic) take(first, at, at);  // a match begins at a word
    while (!walker.stack_.empty()) {
      const State state = walker.stack_.back();
      walker.stack_.pop_back();
      const Place& place = automaton.places[state.place];
      if (place.accepts) accept(state, place);
      for (const Step& step : automaton.next(place))
        step.gap.present ? step_gap(state, step) : step_adjacent(state, step);
    }
  }
};

std::uint32_t Walker::reached() const noexcept {
  std::uint32_t farthest = 0;
  for (const std::uint64_t key : visited_) farthest = std::max(farthest, static_cast<std::uint32_t>(key));
  for (const std::uint64_t key : visited_many_) farthest = std::max(farthest, static_cast<std::uint32_t>(key));
  return farthest;
}

std::optional<std::uint32_t> Walker::longest(const CompiledBook& book, const Automaton& automaton,
                                             std::string_view text, const std::vector<Token>& units,
                                             const Sentence& sentence, std::uint32_t at, WalkSource& source) {
  visited_.clear();
  visited_many_.clear();
  Run run{*this, book, automaton, text, units, sentence, source, std::nullopt};
  run.run(at);
  return run.best;
}

}  // namespace topos
