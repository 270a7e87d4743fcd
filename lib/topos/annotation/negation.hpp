// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// Tells whether a cue of negation stands before a span (grammar.md 10.1). One for each worker and language.
class NegationCues {
 public:
  /// `language`: primary subtag. A language without cues gives Flag-like "unknown": see `known`.
  explicit NegationCues(std::string_view language);
  NegationCues(NegationCues&&) noexcept;
  ~NegationCues();

  /// Whether cues of this language are known.
  [[nodiscard]] bool known() const noexcept;

  /// The looks to the left in one document.
  class Look {
   public:
    /// Whether one of the four words before `span` in its sentence is a cue, with no stopping mark between.
    /// Domain: the cues of the language are known.
    [[nodiscard]] bool negated(const Sentence& sentence, TokenRange span);

   private:
    friend class NegationCues;
    struct Text {
      const Document& document;
      const Segmentation& segmentation;
      const Vocabulary& vocabulary;
    };
    Look(NegationCues& cues, Text text) : cues_(cues), text_(text) {}
    NegationCues& cues_;
    Text text_;
  };
  /// All three must outlive the look; `segmentation` was made from `document` with `vocabulary`.
  [[nodiscard]] Look look(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
