// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/attributes/marked_sentence.hpp"
#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/detectors/citation_markers.hpp"

namespace topos {

/// What hits of a code are to the rule of voice: bits of HitRole.
[[nodiscard]] std::uint8_t voice_roles(std::string_view code) noexcept;

/// Whether hits of a code are what the rule of voice rests on.
[[nodiscard]] bool tells_voice(std::string_view code) noexcept;

/// Whether a voice is that of a whole sentence whatever its clauses say: "vague" and "cited:7".
[[nodiscard]] bool is_of_sentence(std::string_view voice) noexcept;

/// Whose words a sentence gives (grammar.md 10.3): "vague", "cited:7", "cited:7,8", "attributed:actor.state.russia" or
/// "author". It is a cue, no verdict, and one for the whole sentence. `actors` and `citations`: those of the sentence,
/// in text order.
[[nodiscard]] std::string voice_of(const MarkedSentence& sentence, const SentenceActors& actors,
                                   const std::vector<CitationMarker>& citations);

}  // namespace topos
