// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_sequences.hpp"

#include <utility>

#include "topos/segmentation/syllables.hpp"

namespace topos {
namespace {

constexpr std::uint32_t complex_syllables = 3;
constexpr std::uint32_t long_letters = 7;

}  // namespace

WordSequencer::Word WordSequencer::decide(const Type& type) {
  return {true, table_.id_of(type.folded), letters_of(type.cased), english_syllables(type.folded)};
}

std::vector<WordSequence> WordSequencer::take(const Query& query, const AnnotatedDocument& annotated,
                                              const Annotator& annotator) {
  QueryParts parts = query.parts(annotated);
  std::vector<WordSequence> result(parts.groups.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i].values = std::move(parts.groups[i].values);
    result[i].sentences = parts.groups[i].size.sentences;
  }
  if (!parts.selected) return result;

  const Segmentation& cut = annotator.segmentation();
  if (result.size() == 1) result.front().words.reserve(cut.tokens.size());
  const Vocabulary& vocabulary = annotator.vocabulary();
  std::vector<Word>& words = known_.of(annotated.document.language, vocabulary);
  for (const Sentence& sentence : cut.sentences) {
    if (parts.group_of[sentence.region] == QueryParts::none) continue;
    WordSequence& sequence = result[parts.group_of[sentence.region]];
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const Token& token = cut.tokens[at];
      if (token.kind != TokenKind::word) continue;
      Word& word = words[token.type];
      if (!word.known) word = decide(vocabulary[token.type]);
      sequence.words.push_back(word.feature);
      sequence.letters += word.letters;
      sequence.syllables += word.syllables;
      sequence.complex_words += word.syllables >= complex_syllables ? 1 : 0;
      sequence.long_words += word.letters >= long_letters ? 1 : 0;
    }
  }
  return result;
}

}  // namespace topos
