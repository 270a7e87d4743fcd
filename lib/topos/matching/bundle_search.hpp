// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "topos/matching/bundle_automaton.hpp"

namespace topos {

/// Finds all matches of a bundle in sentences. Keeps scratch space: one for each worker.
class BundleSearch {
 public:
  /// Both must outlive it.
  BundleSearch(BundleAutomaton& automaton, const TypeTable& types) : automaton_(automaton), types_(types) {}

  /// Calls `note(search, begin, end)` with the units of every match in a sentence, begin by begin; of one search and
  /// begin the last call has the longest (grammar.md 4.3).
  template <class Note>
  void run(const std::vector<Token>& units, TokenRange sentence, Note&& note) {
    for (std::size_t left = find_candidates(units.data(), sentence); left-- > 0;) {
      const std::uint32_t begin = candidates_.data()[left];
      const ClassId one = types_.class_of(units.data()[begin].type);
      BundleAutomaton::State state = automaton_.start(one);
      std::uint32_t next = begin + 1;
      for (const std::uint32_t search : automaton_.ended(state)) note(search, begin, next);
      if (!may_go_on(automaton_.facts()[one], units.data() + next, units.data() + sentence.end)) continue;
      while (next != sentence.end && automaton_.goes_on(state)) {
        state = automaton_.after(state, units.data()[next++]);
        for (const std::uint32_t search : automaton_.ended(state)) note(search, begin, next);
      }
    }
  }

 private:
  /// Lists the words of a sentence that a match may begin with, last first: backwards, because what stands behind a
  /// word decides. Gives their number.
  std::size_t find_candidates(const Token* units, TokenRange sentence) {
    if (candidates_.size() < sentence.size()) candidates_.resize(2 * sentence.size());
    std::uint32_t* const list = candidates_.data();
    std::size_t size = 0;
    const ClassFacts* const facts = automaton_.facts();
    const ClassId* const class_of = types_.class_of();
    // The anchors of the next words, and of all behind.
    static_assert(ClassFacts::near == 4);
    std::uint64_t first = ClassFacts::always;
    std::uint64_t second = ClassFacts::always;
    std::uint64_t third = ClassFacts::always;
    std::uint64_t fourth = ClassFacts::always;
    std::uint64_t anywhere = 0;
    for (std::uint32_t at = sentence.end; at-- != sentence.begin;) {
      const Token& unit = units[at];
      if (unit.kind != TokenKind::word) continue;
      const ClassFacts& one = facts[class_of[unit.type]];
      // Always written, and counted if it is one: a branch here would be guessed wrong too often.
      list[size] = at;
      size += (((first | second | third | fourth) & one.wants_near) | (anywhere & one.wants_far)) != 0 ? 1 : 0;
      fourth = third;
      third = second;
      second = first;
      first = one.anchors;
      anywhere |= first;
    }
    return size;
  }

  /// Whether one of the anchors stands within reach.
  [[nodiscard]] bool may_go_on(const ClassFacts& one, const Token* unit, const Token* end) const noexcept {
    if (one.reach == Outlook::unbounded) return true;
    const std::uint64_t wanted = one.wants_near & ~ClassFacts::always;
    for (std::uint32_t left = one.reach; left > 0 && unit != end; ++unit) {
      if (unit->kind != TokenKind::word) continue;
      if ((automaton_.facts()[types_.class_of(unit->type)].anchors & wanted) != 0) return true;
      --left;
    }
    return false;
  }

  BundleAutomaton& automaton_;
  const TypeTable& types_;
  std::vector<std::uint32_t> candidates_;  ///< of the sentence at hand
};

}  // namespace topos
