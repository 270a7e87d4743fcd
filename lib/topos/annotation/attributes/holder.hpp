// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/annotation/attributes/marked_sentence.hpp"
#include "topos/annotation/attributes/sentence_actors.hpp"

namespace topos {

/// The actor that holds what a hit says, by the first of rules H1 to H5 that gives one (grammar.md 10.4): the code of
/// the actor's hit; empty if the sentence names none. It is a cue, no verdict. Domain: `mark` is one of the sentence's
/// and no actor; `actors` are the sentence's.
[[nodiscard]] std::string_view holder_of(const MarkedSentence& sentence, const SentenceActors& actors,
                                         const MarkedHit& mark);

}  // namespace topos
