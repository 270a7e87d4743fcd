// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/attribution_signs.hpp"

#include "topos/annotation/detectors/clause_words.hpp"

namespace topos {
namespace {

constexpr WordList alone({"according", "reportedly", "allegedly", "supposedly"});

}  // namespace

std::uint16_t attribution_signs(std::string_view folded, std::uint32_t classes, SpeechVerb speech) {
  int signs = 0;
  if (speech != SpeechVerb::none || folded == "put" || folded == "puts") signs |= sign_speech;
  if (speech != SpeechVerb::none && !speech_without_content.has(folded)) signs |= sign_verb;
  if (alone.has(folded)) signs |= sign_alone;
  if (folded == "as") signs |= sign_as;
  if (folded == "for") signs |= sign_for;
  if (folded == "there") signs |= sign_there;
  if (folded == "in" || folded == "from") signs |= sign_place;
  if ((classes & class_be) != 0) signs |= sign_be;
  if (words_of_belief.has(folded) || words_of_regard.has(folded)) signs |= sign_believed;
  if (words_of_opinion.has(folded)) signs |= sign_opinion;
  if ((classes & class_view) != 0) signs |= sign_view;
  if (nouns_of_saying.has(folded)) signs |= sign_noun;
  if (folded == "that") signs |= sign_that;
  return static_cast<std::uint16_t>(signs);
}

bool may_attribute(std::uint16_t signs) noexcept {
  const auto has = [&](int both) { return (signs & both) == both; };
  if ((signs & (sign_alone | sign_verb | sign_for)) != 0) return true;
  return has(sign_as | sign_speech) || has(sign_be | sign_believed) || has(sign_there | sign_opinion) ||
         has(sign_place | sign_view) || has(sign_noun | sign_that);
}

}  // namespace topos
