// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/detectors/triad_sentence.hpp"
#include "topos/annotation/quotations.hpp"

namespace topos {

/// The subjects that a pronoun may stand for: that of the verb before it, and of the first verb of the sentence before;
/// and for those of the first person, the document's speaker.
struct TriadAntecedent {
  TriadEnds ends;
  TriadEnds topic;
  const Hit* speaker = nullptr;   ///< an actor of the document that its speaker is; null: unknown
  DocumentQuotations quotations;  ///< in which another speaks
};

/// Whether a folded word stands for the speaker: i, we, us, me; or for what is the speaker's: my, our.
[[nodiscard]] bool is_speaker(std::string_view word) noexcept;
[[nodiscard]] bool is_of_speaker(std::string_view word) noexcept;

/// Appends what the verbs of a sentence say, in text order.
void read_triad_clauses(const TriadSentence& sentence, TriadAntecedent& antecedent, std::vector<TriadEvent>& out);

/// Whether a class of action is one that two do together: cooperate, compete, align.
[[nodiscard]] bool is_reciprocal(const Hit* action) noexcept;

}  // namespace topos
