// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/detectors/triad_sentence.hpp"

namespace topos {

/// The subjects that a pronoun may stand for: that of the verb before it, and of the first verb of the sentence before.
struct TriadAntecedent {
  TriadEnds ends;
  TriadEnds topic;
};

/// Appends what the verbs of a sentence say, in text order.
void read_triad_clauses(const TriadSentence& sentence, TriadAntecedent& antecedent, std::vector<TriadEvent>& out);

/// Whether a class of action is one that two do together: cooperate, compete, align.
[[nodiscard]] bool is_reciprocal(const Hit* action) noexcept;

}  // namespace topos
