// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/grammar/given_tags.hpp"
#include "topos/grammar/grammar.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

class DocumentClauses;

/// The grammar of one document's sentences, each read when it is first asked for, so that all who ask share it. One for
/// each worker. Memory: the grammar of some 130 000 words is kept; the sentences behind them are read anew each time.
class DocumentGrammar {
 public:
  /// Goes on to a document, of which nothing is read yet. All three must stay as they are until the next call.
  void begin(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary);
  /// Whether the document's language has a grammar.
  [[nodiscard]] bool supported() const noexcept { return supported_; }
  /// What the grammar says of a sentence, numbered from 0 within the document. It holds until the next sentence is
  /// asked for. Domain: supported().   Cost: linear in the sentence the first time.
  [[nodiscard]] const SentenceGrammar& of(std::uint32_t sentence);
  /// What the words of a sentence may be, for who need not ask for its grammar unless they may be something.
  /// Domain: supported().   Cost: some ten instructions a token.
  [[nodiscard]] SentenceTraits traits(std::uint32_t sentence);
  /// What word lists say of the document's clauses, where somebody has begun to read it and shares it; else null.
  [[nodiscard]] DocumentClauses* clauses() const noexcept { return clauses_; }
  /// `clauses`: begun for the document; they must outlive the questions about it.
  void share(DocumentClauses& clauses) noexcept { clauses_ = &clauses; }
  /// Puts an outside parser's analysis of a sentence in the place of ours, until the next document.
  void give(std::uint32_t sentence, SentenceGrammar&& grammar);

  /// The words as the text has them, from the first byte of the first to the last of the last.
  [[nodiscard]] ByteSpan span_of(const SentenceGrammar& grammar, WordRange words) const;
  [[nodiscard]] ByteSpan span_of(const SentenceGrammar& grammar, std::uint32_t word) const {
    return span_of(grammar, {word, word + 1});
  }
  /// The match form of a word; for one of several tokens, that of its last: "known" for "well-known".
  [[nodiscard]] std::string_view folded(const SentenceGrammar& grammar, std::uint32_t word) const;

 private:
  [[nodiscard]] Grammar& grammar();
  /// The tags that the document's own file has, or null; looked for when they are first asked for.
  [[nodiscard]] const GivenTags* tags();
  [[nodiscard]] bool is_kept(std::uint32_t sentence) const noexcept;
  SentenceGrammar& keep(std::uint32_t sentence);

  const Document* document_ = nullptr;
  const Segmentation* segmentation_ = nullptr;
  const Vocabulary* vocabulary_ = nullptr;
  DocumentClauses* clauses_ = nullptr;
  bool supported_ = false;
  std::optional<Grammar> grammar_;    ///< made when it is first needed
  std::optional<GivenTags> tags_;     ///< of a document in verticalized text
  std::deque<SentenceGrammar> kept_;  ///< its first used_ are those of this document
  SentenceGrammar passing_;           ///< of a sentence for which there is no room
  std::vector<std::uint32_t> slots_;  ///< by sentence: number in kept_, or no_index
  std::uint32_t used_ = 0;
  std::size_t held_ = 0;  ///< words for which kept_ has room
};

}  // namespace topos
