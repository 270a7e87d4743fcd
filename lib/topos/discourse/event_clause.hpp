// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// The clauses of one sentence as far as marks tell them: what lies between commas, semicolons, colons and dashes.
class EventClauses {
 public:
  /// All must outlive it. Domain: `segmentation` has tokens.   Cost: linear in the sentence.
  EventClauses(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
               const Sentence& sentence);

  /// The clause in which a date of the sentence stands. A date that stands alone takes the clause behind it ("In 2018,
  /// …"), another short stretch the one before it ("…, launched in 2013"). Sixty words on each side are looked at.
  [[nodiscard]] ByteSpan around(ByteSpan date) const;
  /// Whether a clause speaks of what may, shall or is meant to come; the words of its date, which may be May, are
  /// passed over. Cost: linear in the first 250 tokens.
  [[nodiscard]] bool is_projected(ByteSpan clause, ByteSpan date = {}) const;
  /// Whether it has a word such as not or never. Cost: as above.
  [[nodiscard]] bool is_denied(ByteSpan clause) const;

 private:
  /// Whether a word of a clause, those of its date left out, passes a test.
  [[nodiscard]] bool any_word(ByteSpan clause, ByteSpan date, bool (*holds)(std::string_view)) const;
  [[nodiscard]] const Token& token(std::uint32_t at) const { return segmentation_.tokens[at]; }
  [[nodiscard]] std::uint32_t token_behind(std::uint32_t byte) const;
  [[nodiscard]] bool cuts(const Token& token) const;

  std::string_view text_;
  const Segmentation& segmentation_;
  const Vocabulary& vocabulary_;
  const Sentence& sentence_;
  std::vector<std::uint32_t> cuts_;  ///< tokens
};

}  // namespace topos
