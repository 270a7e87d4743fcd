// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/annotation/detectors/attribution_sources.hpp"

namespace topos {

/// The noun that ends before word `end`, from its article on or for a few words.
[[nodiscard]] Source noun_left(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end);
/// Who is meant by the subject of a participle, "saying": the noun before it, or the subject of the clause that a comma
/// ends before it. Nobody where neither says anything.
[[nodiscard]] Source source_of_participle(const ClauseWords& words, const SpeakerFrame& frame, std::size_t at);

}  // namespace topos
