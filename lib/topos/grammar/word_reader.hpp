// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
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

/// The words of one sentence with what each may be; indices are those of SentenceGrammar::words.
using SentenceOptions = std::vector<WordOptions>;

/// Makes grammar words of tokens and finds the tags that each may have. What depends on the type alone is decided once
/// for a type. Not thread-safe: one for each worker.
class WordReader {
 public:
  /// Appends the words of `sentence` to `words` and their options to `options`.
  void read(std::string_view text, const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary,
            std::vector<GrammarWord>& words, SentenceOptions& options);

 private:
  /// A type's options: in the middle of a sentence, at its beginning, and those of the second part of a contraction.
  struct TypeOptions {
    WordOptions inside;
    WordOptions first;
    WordOptions second;
    bool known = false;  ///< decided
    bool contraction = false;
  };

  const TypeOptions& options_of(const Token& token, const Vocabulary& vocabulary);

  std::vector<TypeOptions> types_;
  std::uint64_t generation_ = 0;
};

}  // namespace topos
