// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/grammar/conllu.hpp"

namespace topos {

/// What an outside parser says of sentences: files of CoNLL-U, found by the sentences' text without white space.
/// Thread-safe once loaded. Memory: that of the files' words.
class ParsedSentences {
 public:
  /// How many sentences of documents were looked for, and how many found.
  struct Aligned {
    std::size_t sentences = 0;
    std::size_t found = 0;
  };

  /// Adds the sentences of a file; of several with one text the first stays. Errors: those of reading a file and of
  /// ConlluReader.
  void add(const std::string& path);
  [[nodiscard]] bool empty() const noexcept { return by_text_.empty(); }
  /// Gives `grammar`, which was begun with the document, the analyses of its sentences in the regions `analysis` names.
  Aligned give(const AnnotatedDocument& annotated, const Segmentation& segmentation, DocumentGrammar& grammar) const;

 private:
  std::unordered_map<std::string, ConlluSentence> by_text_;
};

}  // namespace topos
