// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "topos/annotation/detectors/passive.hpp"
#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/noun_spans.hpp"
#include "topos/grammar/grammar_class.hpp"

namespace topos::detectors {
namespace {

/// Finds the passives of one sentence.
class Passives {
 public:
  Passives(const DetectorInput& input, const SentenceGrammar& grammar, std::vector<Finding>& out)
      : input_(input), grammar_(grammar), out_(out) {}

  void find() {
    for (const Clause& clause : grammar_.clauses)
      if (grammar_.verbs[clause.verb].passive)
        add_clause(clause);
      else
        add_state(clause);
    add_initial_participle();
    for (std::uint32_t chunk = 0; chunk < grammar_.chunks.size(); ++chunk) add_noun(chunk);
  }

 private:
  [[nodiscard]] Tag tag(std::uint32_t word) const {
    return word < grammar_.words.size() ? grammar_.words[word].tag : Tag::punc;
  }
  [[nodiscard]] bool is(std::uint32_t word, GrammarClass one) const {
    return english_classes(input_.grammar->folded(grammar_, word)).has(one);
  }
  [[nodiscard]] bool has_auxiliary(const VerbGroup& group) const {
    for (std::uint32_t i = group.words.begin; i < group.head; ++i)
      if (is_verb(tag(i))) return true;
    return false;
  }
  /// "was built and opened", "was built by Norland, praised and opened": a participle that a conjunction joins with
  /// that of the verb before, whose auxiliary is its own.
  [[nodiscard]] bool shares_auxiliary(std::uint32_t verb) {
    const auto known = [&](std::uint32_t one) { return one < shared_end_ && one >= shared_begin_; };
    if (known(verb)) return true;
    if (verb == 0) return false;
    const VerbGroup& group = grammar_.verbs[verb];
    const VerbGroup& before = grammar_.verbs[verb - 1];
    const bool own = before.passive && (has_auxiliary(before) || known(verb - 1));
    if (!own || group.form != VerbForm::participle || !group.passive || !is_joined(verb)) return false;
    if (!known(verb - 1)) shared_begin_ = verb;
    shared_end_ = verb + 1;
    return true;
  }

  /// Whether nothing but a conjunction, or a comma in a list that ends with one, adverbs, and the agent of the verb
  /// before stand between a verb and the one before it.
  [[nodiscard]] bool is_joined(std::uint32_t verb) const {
    const std::uint32_t begin = grammar_.verbs[verb].words.begin;
    std::uint32_t word = grammar_.verbs[verb - 1].words.end;
    const Argument& agent = grammar_.clauses[verb - 1].agent;
    if (agent.found() && !agent.inferred && agent.chunk != no_index &&
        grammar_.chunks[agent.chunk].words.begin == word + 1)
      word = grammar_.chunks[agent.chunk].words.end;
    bool conjunction = false;
    bool comma = false;
    for (; word < begin; ++word) {
      if (tag(word) == Tag::cc)
        conjunction = true;
      else if (is(word, GrammarClass::comma))
        comma = true;
      else if (!is_adverb(tag(word)))
        return false;
    }
    const std::uint32_t behind = grammar_.verbs[verb].words.end;
    return conjunction || (comma && tag(behind) == Tag::cc && verb + 1 < grammar_.verbs.size() &&
                           grammar_.verbs[verb + 1].passive && grammar_.verbs[verb + 1].words.begin == behind + 1);
  }

  /// "Was it built by Norland?", "When was the bridge opened?": the auxiliary stands before the subject.
  [[nodiscard]] bool is_asked(std::uint32_t verb) const {
    if (verb == 0 || grammar_.verbs[verb].form != VerbForm::participle) return false;
    const VerbGroup& be = grammar_.verbs[verb - 1];
    const std::uint32_t first = first_word();
    const bool asks = be.words.begin == first || (be.words.begin == first + 1 && tag(first) == Tag::wrb);
    if (!asks || !is(be.head, GrammarClass::be)) return false;
    const std::uint32_t chunk = grammar_.chunk_at(grammar_.words[be.words.end].tokens.begin);
    if (chunk == no_index) return false;
    std::uint32_t word = words_of_noun(grammar_, chunk).end;
    while (is_adverb(tag(word))) ++word;
    return word == grammar_.verbs[verb].words.begin;
  }

  /// The first word that is neither a mark nor an adverb.
  [[nodiscard]] std::uint32_t first_word() const {
    std::uint32_t word = 0;
    while (word < grammar_.words.size() && (tag(word) == Tag::punc || is_adverb(tag(word)))) ++word;
    return word;
  }

  void add_clause(const Clause& clause) {
    const VerbGroup& group = grammar_.verbs[clause.verb];
    const bool finite = has_auxiliary(group) || shares_auxiliary(clause.verb) || is_asked(clause.verb);
    // A participle behind a noun is an adjective as often as a passive: only one that says by whom is told.
    if (!finite && !clause.agent.found() && group.words.begin != first_word()) return;
    add(finite ? "finite" : "participial", group.words, group.head, text_of(clause.agent),
        text_of(grammar_.undergoer(clause)), group.negated);
  }

  /// "is rooted in": a participle that has become an adjective.
  void add_state(const Clause& clause) {
    const VerbGroup& group = grammar_.verbs[clause.verb];
    std::uint32_t word = group.words.end;
    while (is_adverb(tag(word))) ++word;
    if (!group.copular || word >= grammar_.words.size() || !is(word, GrammarClass::state_participle)) return;
    if (grammar_.chunk_at(grammar_.words[word].tokens.begin) != no_index) return;
    add("stative", {group.words.begin, word + 1}, word, {}, text_of(clause.subject), group.negated);
  }

  /// "Crowded out of global forums, it …": participles that the grammar takes for adjectives.
  void add_initial_participle() {
    const std::uint32_t word = first_word();
    if (tag(word) != Tag::vbn) return;
    for (const VerbGroup& group : grammar_.verbs)
      if (group.words.begin <= word && word < group.words.end) return;
    for (const NounChunk& chunk : grammar_.chunks)
      if (chunk.words.begin <= word && word < chunk.words.end) return;
    add("participial", {word, word + 1}, word, {}, {}, false);
  }

  /// "the invasion of Ukraine", "the invasion of Ukraine by Russia"; "Russia's invasion" says who.
  void add_noun(std::uint32_t chunk) {
    const NounChunk& noun = grammar_.chunks[chunk];
    const bool of = chunk + 1 < grammar_.chunks.size() && grammar_.chunks[chunk + 1].of == chunk;
    if (!of || noun.possessor != no_index || !is(noun.head, GrammarClass::event_noun)) return;
    for (std::uint32_t word = noun.words.begin; word < noun.head; ++word)
      if (says_who(word)) return;
    const WordRange words = words_of_noun(grammar_, chunk);
    FindingValue agent;
    for (std::uint32_t behind = chunk + 2; behind < grammar_.chunks.size() && behind < chunk + 5; ++behind) {
      const std::uint32_t preposition = grammar_.chunks[behind].preposition;
      if (preposition == words.end && input_.grammar->folded(grammar_, preposition) == "by")
        agent = text_of(words_of_noun(grammar_, behind));
    }
    add("nominal", noun.words, noun.head, agent, text_of(WordRange{grammar_.chunks[chunk + 1].words.begin, words.end}),
        false);
  }

  /// A name or an adjective of a name before the noun, or "their": whose act it is.
  [[nodiscard]] bool says_who(std::uint32_t word) const {
    const std::string_view written = input_.written(input_.segmentation.tokens[grammar_.words[word].tokens.begin]);
    const bool capital = !written.empty() && written.front() >= 'A' && written.front() <= 'Z' && word != first_word();
    return tag(word) == Tag::prp || (capital && (is_name(tag(word)) || tag(word) == Tag::jj));
  }

  [[nodiscard]] FindingValue text_of(const Argument& argument) const {
    if (!argument.found()) return {};
    if (argument.chunk == no_index) return text_of(WordRange{argument.word, argument.word + 1});
    return text_of(words_of_noun(grammar_, argument.chunk));
  }
  [[nodiscard]] FindingValue text_of(WordRange words) const {
    return std::string(input_.grammar->span_of(grammar_, words).in(input_.document().text));
  }

  void add(std::string_view form, WordRange words, std::uint32_t verb, FindingValue agent, FindingValue patient,
           bool negated) {
    const std::int64_t agentless = std::holds_alternative<std::monostate>(agent) ? 1 : 0;
    out_.push_back({"passive",
                    input_.grammar->span_of(grammar_, words),
                    {{"form", std::string(form)},
                     {"verb", std::string(input_.grammar->folded(grammar_, verb))},
                     {"agent", std::move(agent)},
                     {"patient", std::move(patient)},
                     {"agentless", agentless},
                     {"negated", std::int64_t{negated ? 1 : 0}}}});
  }

  const DetectorInput& input_;
  const SentenceGrammar& grammar_;
  std::vector<Finding>& out_;
  std::uint32_t shared_begin_ = 0;  ///< verbs of this sentence that share an auxiliary: the last run of them
  std::uint32_t shared_end_ = 0;
};

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  if (!input.grammar->supported()) return;
  for (std::uint32_t i = 0; i < input.segmentation.sentences.size(); ++i) {
    if (input.document().regions[input.segmentation.sentences[i].region].name == RegionName::references) continue;
    if (may_hold_passive(input.grammar->traits(i))) find_passives(input, input.grammar->of(i), out);
  }
}

}  // namespace

bool may_hold_passive(const SentenceTraits& traits) noexcept {
  return traits.passive_group || traits.passive_by || traits.state_group || traits.event_of || traits.first_participle;
}

void find_passives(const DetectorInput& input, const SentenceGrammar& grammar, std::vector<Finding>& out) {
  Passives(input, grammar, out).find();
}

const Detector passive{.name = "passive",
                       .summary = "Passives with be, participles, nouns of events: who acts, or that nobody is named",
                       .languages = "en",
                       .codes = "",
                       .detect = detect};

}  // namespace topos::detectors
