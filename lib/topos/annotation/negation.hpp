// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
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

  static constexpr std::uint32_t look_back = 4;  ///< words
  static constexpr std::uint8_t plain = 1;       ///< the meaning of a type that neither is a cue nor ends the look

  /// The looks to the left in one document.
  class Look {
   public:
    /// Whether one of the four words before `span` in its sentence is a cue, with no stopping mark between.
    /// Domain: the cues of the language are known.
    [[nodiscard]] bool negated(const Sentence& sentence, TokenRange span) {
      if (meanings_ == nullptr) return cue_among_characters(sentence, span);
      std::uint32_t words = 0;
      for (std::uint32_t at = span.begin; at != sentence.tokens.begin;) {
        const Token& token = tokens_[--at];
        if (meanings_[token.type] != plain) return cue_among_words(sentence, at + 1, words);
        if (token.kind == TokenKind::word && ++words == look_back) return false;
      }
      return false;
    }

   private:
    friend class NegationCues;
    struct Text {
      const Document& document;
      const Segmentation& segmentation;
      const Vocabulary& vocabulary;
    };
    Look(NegationCues& cues, Text text);
    bool cue_among_words(const Sentence& sentence, std::uint32_t at, std::uint32_t words);
    bool cue_among_characters(const Sentence& sentence, TokenRange span);

    NegationCues& cues_;
    Text text_;
    const Token* tokens_;
    const std::uint8_t* meanings_;  ///< by type; null if characters are looked at
  };
  /// All three must outlive the look; `segmentation` was made from `document` with `vocabulary`.
  [[nodiscard]] Look look(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
