// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/annotation/attributes/marked_sentence.hpp"

namespace topos {

/// Tells how certain or how binding a hit is put (grammar.md 10.2): none, low, mid, high, deontic or risk.
/// It is a cue, no verdict: the nearest modal word of the clause, whatever it governs.
class ModalityRule {
 public:
  /// Looks a sentence through; `sentence` must outlive the calls of `of`.
  void begin(const MarkedSentence& sentence);
  /// The modality of one of the sentence's hits.
  [[nodiscard]] std::string_view of(const MarkedSentence& sentence, const MarkedHit& mark) const;

 private:
  struct Candidate {
    TokenRange units;
    std::string_view value;
  };
  std::vector<std::uint32_t> clauses_;  ///< units at which clauses begin, behind the first
  std::vector<Candidate> candidates_;   ///< in text order
  std::uint32_t longest_ = 0;           ///< units of a candidate
};

/// Whether hits of a code are candidates of the rule.
[[nodiscard]] bool is_modal(std::string_view code) noexcept;

}  // namespace topos
