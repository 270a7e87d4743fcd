// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as CoNLL-U: an error or sentences whose analysis points into them.
#include "topos/grammar/conllu.hpp"

#include "law.hpp"
#include "topos/base/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = topos::fuzz::bytes_of(data, size);
  topos::ConlluSentence sentence;
  topos::SentenceGrammar grammar;
  try {
    topos::ConlluReader reader(bytes);
    while (reader.next(sentence)) {
      for (const topos::ConlluWord& word : sentence.words) {
        LAW(word.span.begin <= word.span.end && word.span.end <= sentence.text.size());
        LAW(word.head == topos::no_index || word.head < sentence.words.size());
      }
      topos::read_conllu_grammar(sentence, grammar);
      LAW(grammar.words.size() == sentence.words.size() && grammar.verbs.size() == grammar.clauses.size());
      std::uint32_t last = 0;
      for (const topos::NounChunk& chunk : grammar.chunks) {
        LAW(chunk.words.begin >= last && chunk.words.begin <= chunk.head && chunk.head < chunk.words.end);
        LAW(chunk.words.end <= grammar.words.size());
        last = chunk.words.end;
      }
      for (const topos::Clause& clause : grammar.clauses)
        for (const topos::Argument* argument : {&clause.subject, &clause.object, &clause.agent})
          LAW(!argument->found() || (argument->word < grammar.words.size() &&
                                     (argument->chunk == topos::no_index || argument->chunk < grammar.chunks.size())));
    }
  } catch (const topos::Error&) {
  }
  return 0;
}
