// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/clause_words.hpp"
#include "topos/annotation/detectors/speaker_frame.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// Whose word or view a clause gives (method.md B9), as far as cues tell. The author's own voice is none.
struct Attribution {
  enum class Kind : std::uint8_t {
    direct,       ///< the words themselves, in quotation marks
    indirect,     ///< X argues that …
    accordance,   ///< according to X, as X notes
    perspective,  ///< in X's eyes, for X,
    vague         ///< it is said, there was a view, critics say
  };
  Kind kind = Kind::indirect;
  ByteSpan source;  ///< empty: the text names none
  ByteSpan cue;
  ByteSpan content;        ///< empty: nothing but the cue tells what is said
  std::string_view actor;  ///< code of the actor hit that is the source, or of the one that it is named after
  bool negated = false;    ///< "does not believe that"
};

/// "direct", "indirect", "accordance", "perspective" or "vague".
[[nodiscard]] std::string_view to_string(Attribution::Kind kind) noexcept;

/// Appends the attributions of one sentence in the order of their cues.
/// `quotations`: the spans of those that touch it, in text order. Cost: linear.
void find_attributions(const ClauseWords& words, const SpeakerFrame& frame, const std::vector<ByteSpan>& quotations,
                       std::vector<Attribution>& out);

}  // namespace topos
