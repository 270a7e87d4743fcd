// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/annotation/detectors/finding.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// Somebody to whom a clause lays words.
struct QuotedSpeaker {
  std::string voice;    ///< vague; unknown: somebody whom the text does not name; attributed; attributed:CODE
  std::string written;  ///< the name of an `attributed` one, without the possessive
  ByteSpan reach;       ///< source, cue and what is said, with the marks that close it

  [[nodiscard]] bool named() const noexcept { return voice != "vague" && voice != "unknown"; }
  /// The name under which it stands in a graph: the code, the name, or the voice.
  [[nodiscard]] std::string node() const;
};

/// Who speaks in an attribution. "He" and "she" are `last`, who was named last before it in the paragraph, "they" only
/// if that is a name in -s; other pronouns, and all where it is null, are unknown. `vague`: whatever the finding's
/// kind, a wording of the codebook says that nobody is named.
[[nodiscard]] QuotedSpeaker speaker_of(const Finding& attribution, bool vague, std::string_view text,
                                       const QuotedSpeaker* last);

}  // namespace topos
