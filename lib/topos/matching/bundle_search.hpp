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
    read_words(units.data(), sentence);
    for (std::size_t first = 0; first < count_; ++first) {
      BundleAutomaton::State state = automaton_.start(words_.data()[first].one);
      if (state == BundleAutomaton::nothing) continue;
      std::uint32_t next = words_.data()[first].unit + 1;
      const std::uint32_t begin = next - 1;
      for (const std::uint32_t search : automaton_.ended(state)) note(search, begin, next);
      if (!automaton_.may_go_on(state, {words_.data(), count_}, first)) continue;
      while (next != sentence.end && automaton_.goes_on(state)) {
        state = automaton_.after(state, units.data()[next++]);
        for (const std::uint32_t search : automaton_.ended(state)) note(search, begin, next);
      }
    }
  }

 private:
  void read_words(const Token* units, TokenRange sentence) {
    if (words_.size() < sentence.size()) words_.resize(std::max<std::size_t>(sentence.size(), 2 * words_.size()));
    SentenceWord* word = words_.data();
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
      if (units[at].kind != TokenKind::word) continue;
      const ClassId one = types_.class_of(units[at].type);
      *word++ = {automaton_.signature(one), one, at};
    }
    count_ = static_cast<std::size_t>(word - words_.data());
  }

  BundleAutomaton& automaton_;
  const TypeTable& types_;
  std::vector<SentenceWord> words_;  ///< of the sentence at hand, the first count_
  std::size_t count_ = 0;
};

}  // namespace topos
