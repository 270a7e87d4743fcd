// SPDX-License-Identifier: Apache-2.0
// Reads the grammar of any text, with our tags and with those that a file might have: words tile the tokens, chunks and
// groups are in order, arguments are words of the sentence.
#include "topos/grammar/grammar.hpp"

#include <iterator>

#include "law.hpp"
#include "topos/grammar/given_tags.hpp"
#include "topos/text/regions.hpp"

namespace {

void check(const topos::SentenceGrammar& grammar, const topos::Argument& argument) {
  if (!argument.found()) return;
  LAW(argument.word < grammar.words.size());
  LAW(argument.chunk == topos::no_index || argument.chunk < grammar.chunks.size());
  LAW(argument.rule != topos::GrammarRule::none && argument.confidence != topos::Confidence::none);
}

/// The tokens as if a file had given each one of the tags, by its first bytes and where it stands.
topos::GivenTokens tagged(std::string_view text, const topos::Segmentation& cut) {
  static constexpr const char* tags[] = {"NN", "NNP", "DT",  "IN",  "JJ", "NNS", "CD", "RB", "VBD", "VB", "PRP", "CC",
                                         "TO", "VBZ", "VBN", "VBG", "MD", "POS", "WP", "RP", "EX",  "FW", ",",   "WDT"};
  topos::GivenTokens given;
  given.form = topos::GivenTokens::Form::vrt;
  for (std::size_t i = 0; i < cut.tokens.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[cut.tokens[i].begin]);
    given.add_token({cut.tokens[i].begin, cut.tokens[i].end},
                    std::string("w\t") + tags[(first + i * i) % std::size(tags)]);
  }
  return given;
}

void check(const topos::SentenceGrammar& grammar, const topos::Sentence& sentence) {
  std::uint32_t token = sentence.tokens.begin;
  for (const topos::GrammarWord& word : grammar.words) {
    if (word.part == 0) LAW(word.tokens.begin == token);
    LAW(word.tokens.begin < word.tokens.end);
    token = word.tokens.end;
  }
  LAW(token == sentence.tokens.end);
  std::uint32_t last = 0;
  for (const topos::NounChunk& chunk : grammar.chunks) {
    LAW(chunk.words.begin >= last && chunk.words.begin <= chunk.head && chunk.head < chunk.words.end &&
        chunk.words.end <= grammar.words.size());
    LAW(chunk.coordinated == topos::no_index || chunk.coordinated < grammar.chunks.size());
    last = chunk.words.end;
  }
  last = 0;
  LAW(grammar.verbs.size() == grammar.clauses.size());
  for (const topos::VerbGroup& verb : grammar.verbs) {
    LAW(verb.words.begin >= last && verb.words.begin <= verb.head && verb.head < verb.words.end &&
        verb.words.end <= grammar.words.size());
    last = verb.words.end;
  }
  for (std::uint32_t i = 0; i < grammar.clauses.size(); ++i) {
    const topos::Clause& clause = grammar.clauses[i];
    LAW(clause.verb == i);
    for (const topos::Argument* argument : {&clause.subject, &clause.object, &clause.agent}) check(grammar, *argument);
    check(grammar, grammar.doer(clause));
    check(grammar, grammar.undergoer(clause));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static topos::Segmenter segmenter("en");
  static topos::Grammar reader("en");
  topos::Document document;
  document.id = "x";
  document.language = "en";
  document.text = topos::fuzz::utf8_of(topos::fuzz::bytes_of(data, size));
  topos::find_regions(document, {});
  topos::Segmentation cut;
  segmenter.segment(document, topos::default_analysis(), cut, topos::Detail::tokens);
  topos::SentenceGrammar grammar;
  for (const topos::Sentence& sentence : cut.sentences) {
    reader.read(document, cut, sentence, segmenter.vocabulary(), grammar);
    check(grammar, sentence);
  }
  const topos::GivenTokens given = tagged(document.text, cut);
  const topos::GivenTags tags(given);
  for (const topos::Sentence& sentence : cut.sentences) {
    reader.read(document, cut, sentence, segmenter.vocabulary(), grammar, &tags);
    check(grammar, sentence);
  }
  return 0;
}
