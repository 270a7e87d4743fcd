// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/detectors/triad_clauses.hpp"

namespace topos {

/// Appends what the nouns of action of a sentence say, in text order. `out` holds what its verbs have said, and nothing
/// else; `antecedent` is its last subject.
void read_triad_nouns(const TriadSentence& sentence, const TriadAntecedent& antecedent, std::vector<TriadEvent>& out);

}  // namespace topos
