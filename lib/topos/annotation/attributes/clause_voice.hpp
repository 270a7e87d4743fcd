// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/attributions.hpp"

namespace topos {

/// Whose words the clauses of one English document give, sentence by sentence.
class ClauseVoice {
 public:
  /// What `input` refers to must outlive this. Domain: the hits of actors are among the document's.
  explicit ClauseVoice(const DetectorInput& input);

  /// Reads the sentence that the next questions are about. Cost: linear.
  void read(const Sentence& sentence);

  /// The voice of words in what the sentence lays to somebody: "vague", "attributed:CODE", or "attributed" for a source without a code; of
  /// nested ones the innermost. "author" for other words. Cost: logarithmic; the last eight that begin before them are looked at.
  [[nodiscard]] std::string of(ByteSpan words) const;
  /// Whether the sentence lays anything to anybody.
  [[nodiscard]] bool any() const noexcept { return !found_.empty(); }

 private:
  DetectorInput input_;
  SpeakerFrame frame_;
  ClauseWords words_;
  std::vector<Attribution> found_;  ///< by where their contents begin
};

}  // namespace topos
