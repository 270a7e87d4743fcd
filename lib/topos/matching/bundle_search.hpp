// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/matching/bundle_automaton.hpp"

namespace topos {

/// Calls `note(search, begin, end)` with the units of every match of a bundle in a sentence, begin by begin; of one search and
/// begin the last call has the longest (grammar.md 4.3).
template <class Note>
void search_bundle(BundleAutomaton& automaton, const std::vector<Token>& units, TokenRange sentence, Note&& note) {
  const Token* const tokens = units.data();
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const Token& first = tokens[at];
    if (first.kind != TokenKind::word) continue;
    const ClassId one = automaton.beginning(first.type);
    if (one == 0) continue;
    BundleAutomaton::State state = automaton.start(one);
    for (std::uint32_t next = at + 1; state != BundleAutomaton::nothing; ++next) {
      for (const std::uint32_t search : automaton.ended(state)) note(search, at, next);
      if (next == sentence.end || !automaton.goes_on(state)) break;
      state = automaton.after(state, tokens[next]);
    }
  }
}

}  // namespace topos
