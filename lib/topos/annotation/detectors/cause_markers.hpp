// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/annotation/detectors/clause_words.hpp"

namespace topos {

/// Words that link a cause and an effect.
struct CauseMarker {
  enum class Kind : std::uint8_t {
    reason,      ///< effect, marker, cause: because of; or marker, cause, comma, effect
    clause,      ///< the same with a clause: because
    outcome,     ///< effect, marker, cause, never first: stems from, caused by
    verb,        ///< cause, marker, effect: leads to
    participle,  ///< a clause, a comma, marker, effect: , leading to
    connective   ///< clause, marker, clause: and therefore
  };
  std::string_view words;  ///< empty: none
  Kind kind = Kind::reason;
};

/// What a word can be to the markers of causes, as bits; of a sentence, what its words are taken together.
enum CauseSign : std::uint8_t {
  cause_alone = 1,   ///< a marker of one word
  cause_begins = 2,  ///< the first word of longer ones
  cause_second = 4,  ///< the second word of one
  cause_have = 8,    ///< has, which is a marker where it has an effect
  cause_effect = 16,
  cause_make = 32,  ///< makes, which is one where it makes something possible or harder
  cause_made_so = 64
};

/// The signs of a folded word. `markers`: those that begin with it.
[[nodiscard]] std::uint8_t cause_signs(std::string_view word, CauseMarkerRange markers);

/// Whether a sentence may give a cause. `signs`: of its words; `joined`: whether a word that begins longer markers
/// stands before a second one.
[[nodiscard]] constexpr bool may_cause(std::uint8_t signs, bool joined) noexcept {
  const auto has = [&](int both) { return (signs & both) == both; };
  return joined || has(cause_alone) || has(cause_have | cause_effect) || has(cause_make | cause_made_so);
}

/// The markers that begin with a folded word. Words of a sentence come with it.
[[nodiscard]] CauseMarkerRange cause_markers_with(std::string_view word);

/// The marker that begins at a word and is not used in another sense there; one with no words if there is none.
[[nodiscard]] CauseMarker cause_marker_at(const ClauseWords& words, std::size_t at);

}  // namespace topos
