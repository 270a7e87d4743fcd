// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/annotation/detectors/sentence_words.hpp"

namespace topos {

/// Whether a sentence of English announces what its text is going to do: "this paper examines", "in this study we
/// compare", "the aim of our article is".
/// Cost: linear in the sentence.
[[nodiscard]] bool announces(const SentenceWords& words);

/// Whether a sentence begins with "it" or "we" and such a verb, and so goes on with the announcement before it.
[[nodiscard]] bool goes_on_announcing(const SentenceWords& words);

}  // namespace topos
