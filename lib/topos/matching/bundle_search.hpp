// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "topos/matching/bundle_automaton.hpp"

namespace topos {

/// Finds all matches of a bundle in sentences. Keeps scratch space: one for each worker.
class BundleSearch {
 public:
  /// Both must outlive it.
  BundleSearch(BundleAutomaton& automaton, const TypeTable& types) : automaton_(automaton), types_(types) {}

  /// Calls `note(search, begin, end)` with the units of every match in a sentence, begin by begin; of one search and begin the last call
  /// has the longest (grammar.md 4.3).
  template <class Note>
  void run(const std::vector<Token>& units, TokenRange sentence, Note&& note) {
    find_candidates(units.data(), sentence);
    for (std::size_t number = candidates_.size(); number-- > 0;) {
      const Candidate candidate = candidates_.data()[number];
      const ClassId one = types_.class_of(units.data()[candidate.unit].type);
      BundleAutomaton::State state = automaton_.start(one);
      std::uint32_t next = candidate.unit + 1;
      for (const std::uint32_t search : automaton_.ended(state)) note(search, candidate.unit, next);
      if (!may_go_on(automaton_.facts()[one], candidate.behind)) continue;
      while (next != sentence.end && automaton_.goes_on(state)) {
        state = automaton_.after(state, units.data()[next++]);
        for (const std::uint32_t search : automaton_.ended(state)) note(search, candidate.unit, next);
      }
    }
  }

 private:
  struct Candidate {
    std::uint32_t unit;
    std::uint32_t behind;  ///< where the anchors of the words behind it begin
  };

  /// Lists the words of a sentence that a match may begin with, last first: backwards, because what stands behind a word decides.
  void find_candidates(const Token* units, TokenRange sentence) {
    constexpr std::uint32_t near = ClassFacts::near;
    if (anchors_.size() < sentence.size() + near) anchors_.assign(std::max<std::size_t>(sentence.size() + near, 2 * anchors_.size()), ClassFacts::always);
    candidates_.clear();
    const ClassFacts* const facts = automaton_.facts();
    const ClassId* const class_of = types_.class_of();
    std::uint64_t* behind = anchors_.data() + anchors_.size() - near;
    std::uint64_t anywhere = 0;
    const Token* const begin = units + sentence.begin;
    for (const Token* unit = units + sentence.end; unit-- != begin;) {
      if (unit->kind != TokenKind::word) continue;
      const ClassFacts& one = facts[class_of[unit->type]];
      const std::uint64_t close = behind[0] | behind[1] | behind[2] | behind[3];
      static_assert(near == 4);
      if (((close & one.wants_near) | (anywhere & one.wants_far)) != 0)
        candidates_.push_back({static_cast<std::uint32_t>(unit - units), static_cast<std::uint32_t>(behind - anchors_.data())});
      anywhere |= one.anchors;
      *--behind = one.anchors;
    }
  }

  /// Whether one of the anchors stands within reach.
  [[nodiscard]] bool may_go_on(const ClassFacts& one, std::uint32_t behind) const noexcept {
    if (one.reach == Outlook::unbounded) return true;
    const std::uint64_t* const words = anchors_.data();
    const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::uint64_t>(std::uint64_t{behind} + one.reach, anchors_.size()));
    std::uint64_t found = 0;
    for (; behind < end; ++behind) found |= words[behind];
    return (found & one.wants_near & ~ClassFacts::always) != 0;
  }

  BundleAutomaton& automaton_;
  const TypeTable& types_;
  std::vector<std::uint64_t> anchors_;  ///< of the words of the sentence at hand, at the end of the list; the last ones are of none
  std::vector<Candidate> candidates_;
};

}  // namespace topos
