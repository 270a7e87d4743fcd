// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "topos/annotation/detectors/attributions.hpp"

namespace topos {

/// Whose words the clauses of a sentence give.
class ClauseVoice {
 public:
  /// Takes what the sentence that the next questions are about lays to whom. Cost: n log n.
  /// `continued`: to whom a quotation is laid that goes on over more sentences.
  void take(std::span<const Attribution> attributions, const std::optional<Attribution>& continued);

  /// The voice of words in what the sentence lays to somebody: "vague", "attributed:CODE", or "attributed" for a source
  /// without a code; of nested ones the innermost. "author" for other words. Cost: logarithmic; the last eight that
  /// begin before them are looked at.
  [[nodiscard]] std::string of(ByteSpan words) const;
  /// The attribution that gives the voice; null for the author's own.
  [[nodiscard]] const Attribution* at(ByteSpan words) const;
  /// Whether the sentence lays anything to anybody.
  [[nodiscard]] bool any() const noexcept { return !found_.empty(); }

 private:
  std::vector<Attribution> found_;  ///< by where their contents begin
};

}  // namespace topos
