// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/grammar/sentence_grammar.hpp"

namespace topos {

/// One syntactic word of a CoNLL-U sentence.
struct ConlluWord {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string features;
  std::string relation;
  std::uint32_t head = no_index;  ///< index of a word; none for the root
  std::uint32_t token = 0;        ///< number within the sentence of the token that it is a part of
  ByteSpan span;                  ///< of that token, in ConlluSentence::text
};

/// One sentence of a parser's output.
struct ConlluSentence {
  std::string text;  ///< the tokens with the spaces that the file says; not its "# text"
  std::vector<ConlluWord> words;
};

/// Reads CoNLL-U: ten columns, comments, ranges of multiword tokens; empty nodes ("8.1") are passed over.
class ConlluReader {
 public:
  /// Domain: `bytes` outlives the reader. `path` is for messages.
  explicit ConlluReader(std::string_view bytes, std::string path = {}) : bytes_(bytes), path_(std::move(path)) {}

  /// Fills `out` with the next sentence; false at the end.
  /// Errors: table, for a line that is no CoNLL-U: not ten columns, a number that is none, a head outside its sentence.
  bool next(ConlluSentence& out);

 private:
  void read_word(std::string_view line, ConlluSentence& out);
  void set_token(std::uint32_t number, bool space, ConlluWord& word, ConlluSentence& out);
  void close(ConlluSentence& out) const;
  [[noreturn]] void fail(const std::string& what) const;

  std::string_view bytes_;
  std::string path_;
  std::size_t line_ = 0;
  std::uint32_t range_begin_ = 0;  ///< the words of the multiword token at hand, from 1
  std::uint32_t range_end_ = 0;
  std::string range_form_;
  bool range_space_ = true;
};

/// Turns a parser's analysis into what Grammar::read makes: its relations nsubj, obj, obl:agent and those around them.
/// Tokens of the words are numbered within the sentence.
void read_conllu_grammar(const ConlluSentence& sentence, SentenceGrammar& out);

}  // namespace topos
