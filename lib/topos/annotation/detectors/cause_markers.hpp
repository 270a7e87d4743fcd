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

/// The markers that begin with a folded word. Words of a sentence come with it.
[[nodiscard]] CauseMarkerRange cause_markers_with(std::string_view word);

/// The marker that begins at a word and is not used in another sense there; one with no words if there is none.
[[nodiscard]] CauseMarker cause_marker_at(const ClauseWords& words, std::size_t at);

}  // namespace topos
