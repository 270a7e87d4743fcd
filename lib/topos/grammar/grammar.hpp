// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "topos/grammar/sentence_grammar.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

class GivenTags;

/// Tags the words of sentences and finds their chunks, verb groups and clauses: who acts, on whom. English only.
/// Not thread-safe: one for each worker.
class Grammar {
 public:
  /// `language`: BCP 47 tag.
  /// Errors: usage, if the language is not supported.
  explicit Grammar(std::string_view language);
  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();

  [[nodiscard]] static bool supports(std::string_view language) noexcept;

  /// Fills `out`, replacing what it held. `given`: tags that take the place of ours; null: none.
  /// Domain: `sentence` is one of `cut`, which `segmenter` made of `document`, with tokens.
  /// Cost: linear in the tokens.
  void read(const Document& document, const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary,
            SentenceGrammar& out, const GivenTags* given = nullptr);
  /// What the words of `sentence` may be, for who need not read it unless they may be something.
  /// Cost: some ten instructions a token.
  [[nodiscard]] SentenceTraits traits(const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
