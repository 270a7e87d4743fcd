// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "topos/grammar/grammar_class.hpp"
#include "topos/grammar/sentence_grammar.hpp"
#include "topos/grammar/tag_model.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What one grammar word may be, before its tag is chosen.
struct WordOptions {
  TagCosts tags;
  GrammarClasses classes;
};

/// What each word of a sentence may be; indices are those of SentenceGrammar::words.
using SentenceOptions = std::vector<const WordOptions*>;

/// Makes grammar words of tokens and finds the tags that each may have. What depends on the type alone is decided once
/// for a type. Not thread-safe: one for each worker.
class WordReader {
 public:
  /// Sets `words` and `options` to those of `sentence`. The options hold until the next call.
  void read(std::string_view text, const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary,
            std::vector<GrammarWord>& words, SentenceOptions& options);
  /// What the words of `sentence` may be, taken together.
  [[nodiscard]] SentenceTraits traits(const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary);

 private:
  /// What is decided of a type.
  struct TypeOptions {
    const WordOptions* inside = nullptr;  ///< in the middle of a sentence; none: not decided yet
    const WordOptions* first = nullptr;   ///< at its beginning
    const WordOptions* second = nullptr;  ///< of the second part of a contraction; none if it is no contraction
  };

  void learn(const Vocabulary& vocabulary);
  const TypeOptions& options_of(const Token& token, const Vocabulary& vocabulary);
  std::uint16_t signs_of(const Token& token, const Vocabulary& vocabulary);
  void decide(TypeOptions& options, const Type& type, TokenKind kind);
  const WordOptions* keep(const TagCosts& tags, GrammarClasses classes);
  const WordOptions* pass(const TagCosts& tags, GrammarClasses classes);
  [[nodiscard]] TagCosts tags_of_compound(std::string_view text, const std::vector<Token>& parts, TokenRange range,
                                          const Vocabulary& vocabulary) const;

  const TagModel& model_ = TagModel::english();
  std::vector<TypeOptions> types_;
  std::vector<std::uint16_t> signs_;  ///< of types, for traits: so small that those of common words stay at hand
  std::deque<WordOptions> kept_;      ///< of types_
  std::uint64_t generation_ = 0;
  std::deque<WordOptions> passing_;  ///< of this sentence's words of several tokens, the first passed_ of them
  std::size_t passed_ = 0;
};

}  // namespace topos
