// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/conllu.hpp"

#include <doctest/doctest.h>

#include "topos/base/error.hpp"

namespace {

using namespace topos;

/// A line of CoNLL-U of the columns that tests vary.
std::string line(std::string_view id, std::string_view form, std::string_view upos, std::string_view xpos, int head,
                 std::string_view relation, std::string_view misc = "_") {
  return std::string(id) + "\t" + std::string(form) + "\t_\t" + std::string(upos) + "\t" + std::string(xpos) + "\t_\t" +
         std::to_string(head) + "\t" + std::string(relation) + "\t_\t" + std::string(misc) + "\n";
}

ConlluSentence sentence_of(const std::string& bytes) {
  ConlluReader reader(bytes);
  ConlluSentence sentence;
  CHECK(reader.next(sentence));
  return sentence;
}

std::string form_of(const ConlluSentence& sentence, const Argument& argument) {
  return argument.found() ? sentence.words[argument.word].form : "-";
}

/// "subject verb object by agent" of each clause; inferred arguments in brackets, "!" before a passive verb.
std::string clauses(const std::string& bytes) {
  const ConlluSentence sentence = sentence_of(bytes);
  SentenceGrammar grammar;
  read_conllu_grammar(sentence, grammar);
  std::string shown;
  for (const Clause& clause : grammar.clauses) {
    const VerbGroup& verb = grammar.verbs[clause.verb];
    const std::string subject = form_of(sentence, clause.subject);
    shown += shown.empty() ? "" : "; ";
    shown += (clause.subject.inferred ? "(" + subject + ")" : subject) + (verb.negated ? " not " : " ") +
             (verb.passive ? "!" : "");
    shown += sentence.words[verb.head].form + " " + form_of(sentence, clause.object);
    if (clause.agent.found()) shown += " by " + form_of(sentence, clause.agent);
  }
  return shown;
}

std::string error_of(const std::string& bytes) {
  try {
    ConlluReader reader(bytes, "x.conllu");
    ConlluSentence sentence;
    while (reader.next(sentence)) {
    }
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("subject, object and agent come from the parser's relations") {
  CHECK(clauses(line("1", "China", "PROPN", "NNP", 2, "nsubj") + line("2", "signed", "VERB", "VBD", 0, "root") +
                line("3", "it", "PRON", "PRP", 2, "obj")) == "China signed it");
  CHECK(clauses(line("1", "It", "PRON", "PRP", 3, "nsubj:pass") + line("2", "was", "AUX", "VBD", 3, "aux:pass") +
                line("3", "signed", "VERB", "VBN", 0, "root") + line("4", "by", "ADP", "IN", 5, "case") +
                line("5", "China", "PROPN", "NNP", 3, "obl:agent")) == "It !signed - by China");
}

TEST_CASE("an oblique with by is an agent of a passive only") {
  const auto text = [](std::string_view subject, std::string_view auxiliary) {
    return line("1", "It", "PRON", "PRP", 3, subject) + line("2", "was", "AUX", "VBD", 3, auxiliary) +
           line("3", "made", "VERB", "VBN", 0, "root") + line("4", "by", "ADP", "IN", 5, "case") +
           line("5", "China", "PROPN", "NNP", 3, "obl");
  };
  CHECK(clauses(text("nsubj:pass", "aux:pass")) == "It !made - by China");
  CHECK(clauses(text("nsubj", "aux")) == "It made -");
}

TEST_CASE("a copula is the verb of its predicate") {
  CHECK(clauses(line("1", "China", "PROPN", "NNP", 4, "nsubj") + line("2", "is", "AUX", "VBZ", 4, "cop") +
                line("3", "not", "PART", "RB", 4, "advmod") + line("4", "close", "ADJ", "JJ", 0, "root")) ==
        "China not is -");
}

TEST_CASE("coordinated verbs and complements have the subject above them inferred") {
  CHECK(clauses(line("1", "China", "PROPN", "NNP", 2, "nsubj") + line("2", "wants", "VERB", "VBZ", 0, "root") +
                line("3", "to", "PART", "TO", 4, "mark") + line("4", "join", "VERB", "VB", 2, "xcomp") +
                line("5", "or", "CCONJ", "CC", 6, "cc") + line("6", "leave", "VERB", "VB", 4, "conj")) ==
        "China wants -; (China) join -; (China) leave -");
}

TEST_CASE("a relative pronoun stands for its antecedent") {
  const ConlluSentence sentence =
      sentence_of(line("1", "states", "NOUN", "NNS", 0, "root") + line("2", "that", "PRON", "WDT", 3, "nsubj") +
                  line("3", "left", "VERB", "VBD", 1, "acl:relcl"));
  SentenceGrammar grammar;
  read_conllu_grammar(sentence, grammar);
  REQUIRE(grammar.clauses.size() == 1);
  CHECK(sentence.words[grammar.doer(grammar.clauses[0]).word].form == "states");
}

TEST_CASE("chunks have their determiners and not their prepositions") {
  const ConlluSentence sentence =
      sentence_of(line("1", "in", "ADP", "IN", 4, "case") + line("2", "the", "DET", "DT", 4, "det") +
                  line("3", "new", "ADJ", "JJ", 4, "amod") + line("4", "order", "NOUN", "NN", 0, "root"));
  SentenceGrammar grammar;
  read_conllu_grammar(sentence, grammar);
  REQUIRE(grammar.chunks.size() == 1);
  CHECK(grammar.chunks[0].words.begin == 1);
  CHECK(grammar.chunks[0].words.end == 4);
  CHECK(grammar.chunks[0].preposition == 0);
}

TEST_CASE("a possessor is in the chunk of what it has, and chunks do not overlap") {
  const ConlluSentence sentence =
      sentence_of(line("1", "Russia", "PROPN", "NNP", 3, "nmod:poss") + line("2", "'s", "PART", "POS", 1, "case") +
                  line("3", "plan", "NOUN", "NN", 0, "root"));
  SentenceGrammar grammar;
  read_conllu_grammar(sentence, grammar);
  REQUIRE(grammar.chunks.size() == 1);
  CHECK(grammar.chunks[0].words.begin == 0);
  CHECK(grammar.chunks[0].possessor == 0);
}

TEST_CASE("text is made of tokens, and words of a range share theirs") {
  const ConlluSentence sentence = sentence_of(
      "# text = anything\n" + line("1", "They", "PRON", "PRP", 3, "nsubj") + "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
      line("2", "do", "AUX", "VBP", 4, "aux") + line("3", "n't", "PART", "RB", 4, "advmod") +
      line("4", "go", "VERB", "VB", 0, "root", "SpaceAfter=No") + line("5", ".", "PUNCT", ".", 4, "punct"));
  CHECK(sentence.text == "They don't go. ");
  REQUIRE(sentence.words.size() == 5);
  CHECK(sentence.words[1].token == sentence.words[2].token);
  CHECK(sentence.words[2].span.in(sentence.text) == "don't");
  CHECK(sentence.words[4].span.in(sentence.text) == ".");
}

TEST_CASE("sentences end at empty lines, and empty nodes are passed over") {
  const std::string bytes = line("1", "Go", "VERB", "VB", 0, "root") + "1.1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n\n\r\n" +
                            line("1", "Stop", "VERB", "VB", 0, "root");
  ConlluReader reader(bytes);
  ConlluSentence sentence;
  REQUIRE(reader.next(sentence));
  CHECK(sentence.words.size() == 1);
  REQUIRE(reader.next(sentence));
  CHECK(sentence.words[0].form == "Stop");
  CHECK_FALSE(reader.next(sentence));
}

TEST_CASE("what is no CoNLL-U is refused with its line") {
  CHECK(error_of("a b\n").find("x.conllu:1") == 0);
  CHECK(error_of(line("1", "a", "X", "X", 0, "root") + line("3", "b", "X", "X", 0, "root")).find("x.conllu:2") == 0);
  CHECK(error_of(line("1", "a", "X", "X", 7, "root")).find("outside its sentence") != std::string::npos);
  CHECK(error_of("1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n").find("no number") != std::string::npos);
  CHECK(error_of("2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n").find("out of order") != std::string::npos);
  CHECK(error_of("").empty());
}

TEST_CASE("a parser without Penn tags gives universal ones") {
  const ConlluSentence sentence = sentence_of("1\tsigned\t_\tVERB\t_\tTense=Past|VerbForm=Part\t0\troot\t_\t_\n");
  SentenceGrammar grammar;
  read_conllu_grammar(sentence, grammar);
  CHECK(grammar.words[0].tag == Tag::vbn);
}

TEST_CASE("heads in a circle are read") {
  CHECK(clauses(line("1", "a", "VERB", "VB", 2, "conj") + line("2", "b", "VERB", "VB", 1, "conj")) == "- a -; - b -");
}
