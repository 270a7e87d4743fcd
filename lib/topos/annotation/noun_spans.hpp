// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "topos/grammar/sentence_grammar.hpp"

namespace topos {

/// The words of a noun chunk and of what belongs to it by "of": "the members of the union".
[[nodiscard]] inline WordRange words_of_noun(const SentenceGrammar& grammar, std::uint32_t chunk) {
  WordRange words = grammar.chunks[chunk].words;
  for (std::uint32_t next = chunk + 1; next < grammar.chunks.size() && grammar.chunks[next].of == next - 1; ++next)
    words.end = grammar.chunks[next].words.end;
  return words;
}

}  // namespace topos
