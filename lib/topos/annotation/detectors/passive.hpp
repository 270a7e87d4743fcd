// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/grammar/sentence_grammar.hpp"

namespace topos::detectors {

/// Whether a sentence may hold a passive, so that others need not be read.
[[nodiscard]] bool may_hold_passive(const SentenceTraits& traits) noexcept;

/// Appends the passives of one sentence of the document.
void find_passives(const DetectorInput& input, const SentenceGrammar& grammar, std::vector<Finding>& out);

}  // namespace topos::detectors
