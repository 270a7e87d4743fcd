// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
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
    const std::size_t words = list_words(units, sentence);
    for (std::size_t left = find_candidates(words); left-- > 0;) {
      const std::uint32_t number = candidates_.data()[left];
      const Word word = words_.data()[number];
      BundleAutomaton::State state = automaton_.start(word.one);
      std::uint32_t next = word.unit + 1;
      for (const std::uint32_t search : automaton_.ended(state)) note(search, word.unit, next);
      if (!may_go_on(word.one, number + std::size_t{1}, words)) continue;
      while (next != sentence.end && automaton_.goes_on(state)) {
        state = automaton_.after(state, units.data()[next++]);
        for (const std::uint32_t search : automaton_.ended(state)) note(search, word.unit, next);
      }
    }
  }

 private:
  struct Word {
    std::uint32_t unit = 0;
    ClassId one = 0;
  };

  /// How many units ahead the class of one is fetched from memory.
  static constexpr std::size_t ahead = 64;

  /// Lists the words of a sentence; gives their number.
  std::size_t list_words(const std::vector<Token>& units, TokenRange sentence) {
    if (words_.size() < sentence.size()) {
      words_.resize(2 * sentence.size());
      candidates_.resize(words_.size());
    }
    const ClassId* const class_of = types_.class_of();
    const ClassFacts* const facts = automaton_.facts();
    const Token* const unit = units.data();
    Word* const list = words_.data();
    std::size_t size = 0;
    std::uint32_t at = sentence.begin;
    const auto take = [&] {
      // Always written, and counted if it is one: a branch here would be guessed wrong too often.
      const ClassId one = class_of[unit[at].type];
      __builtin_prefetch(facts + one);
      list[size] = {at, one};
      size += unit[at].kind == TokenKind::word ? 1 : 0;
      ++at;
    };
    const std::size_t fetched = units.size() > ahead ? std::min<std::size_t>(units.size() - ahead, sentence.end) : 0;
    while (at < fetched) {
      __builtin_prefetch(class_of + unit[at + ahead].type);
      take();
    }
    while (at != sentence.end) take();
    return size;
  }

  /// Lists the words that a match may begin with, last first: backwards, because what stands behind a word decides.
  /// Gives their number.
  std::size_t find_candidates(std::size_t words) {
    const Word* const word = words_.data();
    std::uint32_t* const list = candidates_.data();
    std::size_t size = 0;
    const ClassFacts* const facts = automaton_.facts();
    // The anchors of the next words, and of all behind.
    static_assert(ClassFacts::near == 4);
    std::uint64_t first = ClassFacts::always;
    std::uint64_t second = ClassFacts::always;
    std::uint64_t third = ClassFacts::always;
    std::uint64_t fourth = ClassFacts::always;
    std::uint64_t anywhere = 0;
    for (std::size_t number = words; number-- > 0;) {
      const ClassFacts& one = facts[word[number].one];
      list[size] = static_cast<std::uint32_t>(number);
      size += (((first | second | third | fourth) & one.wants_near) | (anywhere & one.wants_far)) != 0 ? 1 : 0;
      fourth = third;
      third = second;
      second = first;
      first = one.anchors;
      anywhere |= first;
    }
    return size;
  }

  /// Whether one of the anchors is among the words within reach, which begin with number `next`.
  [[nodiscard]] bool may_go_on(ClassId first, std::size_t next, std::size_t words) const noexcept {
    const std::uint32_t reach = automaton_.facts()[first].reach;
    if (reach == Outlook::unbounded) return true;
    for (const std::size_t end = std::min(words, next + reach); next != end; ++next)
      if (automaton_.may_be_known_by(first, words_.data()[next].one)) return true;
    return false;
  }

  BundleAutomaton& automaton_;
  const TypeTable& types_;
  std::vector<Word> words_;                ///< of the sentence at hand
  std::vector<std::uint32_t> candidates_;  ///< numbers of words
};

}  // namespace topos
