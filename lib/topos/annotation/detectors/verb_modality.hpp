// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/grammar/sentence_grammar.hpp"

namespace topos {

/// The modality of a verb with a modal before it, as those of hits are called: none, low, mid, high or deontic.
/// `modal`: folded; empty: there is none.
[[nodiscard]] std::string_view modality_of_modal(std::string_view modal) noexcept;

/// The same of a verb group: by its modal, by an adverb of chance in it or before it ("possibly", "is likely to"), or
/// risk, where it stands behind "risks".   Domain: `folded(word)` gives the match form of a word of the sentence.
template <class Folded>
[[nodiscard]] std::string_view modality_of_verb(const SentenceGrammar& grammar, std::uint32_t verb,
                                                const Folded& folded);

/// The modality that an adverb or adjective of chance gives; empty: it is none.
[[nodiscard]] std::string_view modality_of_adverb(std::string_view folded) noexcept;
[[nodiscard]] bool is_risking(std::string_view folded) noexcept;

template <class Folded>
std::string_view modality_of_verb(const SentenceGrammar& grammar, std::uint32_t verb, const Folded& folded) {
  const VerbGroup& group = grammar.verbs[verb];
  if (group.words.begin > 0 && is_risking(folded(group.words.begin - 1))) return "risk";
  if (group.modal != no_index) return modality_of_modal(folded(group.modal));
  const std::uint32_t from = group.words.begin < 2 ? 0 : group.words.begin - 2;
  for (std::uint32_t word = from; word < group.words.end; ++word)
    if (const std::string_view chance = modality_of_adverb(folded(word)); !chance.empty()) return chance;
  return "none";
}

}  // namespace topos
