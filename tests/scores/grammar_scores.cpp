// SPDX-License-Identifier: Apache-2.0
// grammar_scores FILE.conllu [errors]: scores the grammar against a parsed text, which is cut into words by our own
// rules. Arguments that are understood and not written beside their verb are not scored.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/grammar/conllu.hpp"
#include "topos/grammar/grammar.hpp"
#include "topos/statistics/intervals.hpp"

namespace {

using namespace topos;

/// A verb's word and its argument's, as bytes at which they begin; `reach` is the span of the argument's chunk.
struct Pair {
  std::uint32_t verb = 0;
  std::uint32_t word = 0;
  ByteSpan chunk;
};

struct Pairs {
  std::vector<Pair> subjects;
  std::vector<Pair> passive_subjects;
  std::vector<Pair> objects;
  std::vector<Pair> agents;
  std::vector<Pair> passives;
};

struct Score {
  int right = 0;
  int found = 0;
  int wanted = 0;
};

using Place = std::vector<ByteSpan>;  // of each grammar word

void add(std::vector<Pair>& pairs, const SentenceGrammar& grammar, const Place& places, std::uint32_t verb,
         const Argument& argument) {
  if (!argument.found() || argument.inferred) return;
  Pair pair;
  pair.verb = places[verb].end;
  pair.word = places[argument.word].end;
  pair.chunk = places[argument.word];
  if (argument.chunk != no_index) {
    const WordRange words = grammar.chunks[argument.chunk].words;
    pair.chunk = {places[words.begin].begin, places[words.end - 1].end};
  }
  pairs.push_back(pair);
}

Pairs pairs_of(const SentenceGrammar& grammar, const Place& places) {
  Pairs pairs;
  for (const Clause& clause : grammar.clauses) {
    const VerbGroup& verb = grammar.verbs[clause.verb];
    add(verb.passive ? pairs.passive_subjects : pairs.subjects, grammar, places, verb.head, clause.subject);
    add(pairs.objects, grammar, places, verb.head, clause.object);
    add(pairs.agents, grammar, places, verb.head, clause.agent);
    if (verb.passive && verb.words.size() > 1) pairs.passives.push_back({places[verb.head].end, 0, {}});
  }
  return pairs;
}

/// What needs no grammar but its chunks: the last noun before a finite verb and the first behind it.
Pairs nearest_nouns(const SentenceGrammar& grammar, const Place& places) {
  Pairs pairs;
  for (const VerbGroup& verb : grammar.verbs) {
    if (verb.form != VerbForm::finite) continue;
    Argument before;
    Argument behind;
    for (std::uint32_t i = 0; i < grammar.chunks.size(); ++i) {
      const NounChunk& chunk = grammar.chunks[i];
      if (chunk.words.end <= verb.words.begin) before.word = chunk.head, before.chunk = i;
      if (chunk.words.begin >= verb.words.end && !behind.found()) behind.word = chunk.head, behind.chunk = i;
    }
    add(verb.passive ? pairs.passive_subjects : pairs.subjects, grammar, places, verb.head, before);
    if (!verb.passive && !verb.copular) add(pairs.objects, grammar, places, verb.head, behind);
  }
  return pairs;
}

/// Pairs agree if the verbs do and one's noun lies in the other's chunk.
void score(const std::vector<Pair>& wanted, const std::vector<Pair>& found, Score& score, std::string_view what,
           std::string_view text, bool show) {
  std::vector<bool> used(wanted.size());
  const auto line = [&](const char* sign, const Pair& pair) {
    const auto word = [&](std::uint32_t end) {
      const std::size_t begin = text.rfind(' ', end > 0 ? end - 1 : 0);
      return std::string(text.substr(begin == text.npos ? 0 : begin + 1, end - (begin == text.npos ? 0 : begin + 1)));
    };
    if (show)
      std::printf("  %s %s: %s <- %s\n", sign, std::string(what).c_str(), word(pair.verb).c_str(),
                  word(pair.word).c_str());
  };
  for (const Pair& pair : found) {
    std::size_t i = 0;
    while (i < wanted.size() &&
           (used[i] || wanted[i].verb != pair.verb ||
            !(wanted[i].word == pair.word || (pair.chunk.begin < wanted[i].word && wanted[i].word <= pair.chunk.end) ||
              (wanted[i].chunk.begin < pair.word && pair.word <= wanted[i].chunk.end))))
      ++i;
    ++score.found;
    if (i < wanted.size())
      used[i] = true, ++score.right;
    else
      line("not", pair);
  }
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (!used[i]) line("missed", wanted[i]);
  score.wanted += static_cast<int>(wanted.size());
}

void print_row(const char* name, const Score& score) {
  const double precision = score.found == 0 ? 0 : double(score.right) / score.found;
  const double recall = score.wanted == 0 ? 0 : double(score.right) / score.wanted;
  const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  const Interval p = wilson_interval(score.right, score.found, 0.95);
  const Interval r = wilson_interval(score.right, score.wanted, 0.95);
  std::printf("%s\t%d\t%d\t%d\t%.3f\t%.3f-%.3f\t%.3f\t%.3f-%.3f\t%.3f\n", name, score.wanted, score.found, score.right,
              precision, p.lower, p.upper, recall, r.lower, r.upper, f1);
}

/// Where each of our words stands; the parts of a contraction are told apart by the length of the second.
Place places_of(const SentenceGrammar& grammar, const Segmentation& cut, std::string_view text) {
  Place places;
  for (const GrammarWord& word : grammar.words) {
    ByteSpan span{cut.tokens[word.tokens.begin].begin, cut.tokens[word.tokens.end - 1].end};
    if (word.part == 1) {
      const std::string_view form = span.in(text);
      const std::size_t mark = form.find_first_of("'\xE2");
      const bool negation = form.ends_with("t") && mark != form.npos && mark > 0;
      span.begin += mark == form.npos ? 3 : static_cast<std::uint32_t>(negation ? mark - 1 : mark);
      places.back().end = span.begin;
    }
    places.push_back(span);
  }
  return places;
}

/// Reads a parsed text sentence by sentence beside our grammar, and keeps the scores.
class Scoring {
 public:
  Scoring(bool show, bool nearest) : show_(show), nearest_(nearest) {}

  void read(const ConlluSentence& parsed) {
    read_conllu_grammar(parsed, gold_);
    Document document;
    document.language = "en";
    document.text = parsed.text;
    Region region;
    region.span = {0, static_cast<std::uint32_t>(parsed.text.find_last_not_of(' ') + 1)};
    document.regions.push_back(region);
    segmenter_.segment(document, default_analysis(), cut_, Detail::tokens);
    // One sentence, however our rules would part it.
    Sentence whole;
    whole.tokens = {0, static_cast<std::uint32_t>(cut_.tokens.size())};
    grammar_.read(document, cut_, whole, segmenter_.vocabulary(), ours_);
    Place gold_places;
    for (const ConlluWord& word : parsed.words) gold_places.push_back(word.span);
    const Place places = places_of(ours_, cut_, parsed.text);
    const Pairs wanted = pairs_of(gold_, gold_places);
    const Pairs found = nearest_ ? nearest_nouns(ours_, places) : pairs_of(ours_, places);
    if (show_) std::printf("%s\n", parsed.text.c_str());
    score(wanted.subjects, found.subjects, subjects_, "subject", parsed.text, show_);
    score(wanted.passive_subjects, found.passive_subjects, passive_subjects_, "passive subject", parsed.text, show_);
    score(wanted.objects, found.objects, objects_, "object", parsed.text, show_);
    score(wanted.agents, found.agents, agents_, "agent", parsed.text, show_);
    score(wanted.passives, found.passives, passives_, "passive", parsed.text, show_);
    ++sentences_;
  }

  void print() const {
    std::printf("%d sentences\nwhat\twanted\tfound\tright\tP\tP interval\tR\tR interval\tF1\n", sentences_);
    print_row("subject", subjects_);
    print_row("passive subject", passive_subjects_);
    print_row("object", objects_);
    print_row("agent", agents_);
    print_row("passive", passives_);
  }

 private:
  bool show_;
  bool nearest_;
  Segmenter segmenter_{"en"};
  Segmentation cut_;
  Grammar grammar_{"en"};
  SentenceGrammar gold_;
  SentenceGrammar ours_;
  Score subjects_, passive_subjects_, objects_, agents_, passives_;
  int sentences_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  const std::string_view mode = count > 2 ? arguments[2] : "";
  if (count < 2 || (!mode.empty() && mode != "errors" && mode != "nearest")) {
    std::fprintf(stderr, "usage: grammar_scores FILE.conllu [errors|nearest]\n");
    return 2;
  }
  std::ifstream in(arguments[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  try {
    Scoring scoring(mode == "errors", mode == "nearest");
    ConlluReader reader(bytes, arguments[1]);
    ConlluSentence parsed;
    while (reader.next(parsed)) scoring.read(parsed);
    scoring.print();
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
