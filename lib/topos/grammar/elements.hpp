// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/grammar/sentence_grammar.hpp"
#include "topos/grammar/sentence_view.hpp"

namespace topos {

/// What a sentence is made of where clauses are found: chunks, verb groups, and the words that join or part them.
struct Element {
  enum class Kind : std::uint8_t {
    noun,  ///< `index`: a chunk
    verb,  ///< `index`: a verb group
    preposition,
    mark,         ///< begins a clause: because, when, that behind a verb
    relative,     ///< who, which, that behind a noun, what
    comma,        ///< or a dash
    conjunction,  ///< and, or, but
    boundary,     ///< ends what stands before it: ; :
    open,
    close,
    other  ///< an adjective behind its noun, a particle …
  };

  Kind kind = Kind::other;
  std::uint32_t word = 0;
  std::uint32_t index = no_index;
  bool leads_to_verb = false;  ///< of a noun: a finite verb follows, with nothing but phrases between
  bool list_goes_on = false;   ///< of a noun: further nouns follow, the last behind and or or
};

/// Finds the chunks and verb groups of `out`, whose words have tags, and the elements in text order.
void read_elements(const SentenceView& view, SentenceGrammar& out, std::vector<Element>& elements);

}  // namespace topos
