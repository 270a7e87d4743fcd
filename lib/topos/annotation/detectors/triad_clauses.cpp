// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/triad_clauses.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "topos/annotation/detectors/verb_modality.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

constexpr std::uint32_t reach = 14;  ///< words behind a verb in which its objects and phrases stand

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 11> to_whom{"with", "to",  "toward", "towards", "against", "on",
                                                   "upon", "for", "from",   "into",    "over"};
constexpr std::array<std::string_view, 13> presence{"presence",   "footprint",   "influence", "role",     "stake",
                                                    "foothold",   "engagement",  "position",  "interest", "interests",
                                                    "investment", "investments", "power"};
/// Nouns behind which "of" says to whom it is done: not "aggression of".
constexpr std::array<std::string_view, 14> done_to{
    "annexation", "assassination", "bombardment", "bombing",   "destruction", "invasion", "killing",
    "massacre",   "murder",        "occupation",  "partition", "repression",  "shelling", "suppression"};
/// What a speaker calls the state: "my country", but not "our world", which is everybody's.
constexpr std::array<std::string_view, 12> own_state{"country",    "nation",    "government",  "delegation",
                                                     "state",      "republic",  "authorities", "president",
                                                     "parliament", "diplomacy", "kingdom",     "people"};

/// Reads the clauses of one sentence.
class ClauseReader {
 public:
  ClauseReader(const TriadSentence& sentence, TriadAntecedent& antecedent, std::vector<TriadEvent>& out)
      : sentence_(sentence), grammar_(sentence.grammar()), antecedent_(antecedent), out_(out) {}

  void read() {
    for (const Clause& clause : grammar_.clauses) read_clause(clause);
  }

 private:
  void read_clause(const Clause& clause) {
    const VerbGroup& group = grammar_.verbs[clause.verb];
    stop_ = end_of_reach(clause.verb);
    TriadEvent event;
    event.verb = group.words;
    event.negated = group.negated;
    event.modality = modality(clause.verb);
    event.action = sentence_.action_at(group.head);
    // "We must stand together to reform the Council": all who listen, as often as not.
    for_all_ = event.modality == "deontic" || (for_all_ && subject_of(clause).inferred);
    const std::uint32_t from = find_action(group, event);
    TriadEnds subject = ends_of(subject_of(clause));
    // Whose participle it is, is a guess of its own.
    if (group.form == VerbForm::ing && subject_of(clause).inferred &&
        (is_of_role(subject, TriadRole::speaker) || is_of_noun_before(group.words.begin)))
      subject.clear();
    if (group.form == VerbForm::finite && !subject_of(clause).inferred) remember(subject);
    if (group.copular && event.action == nullptr) return;
    if (group.passive)
      read_passive(clause, event);
    else
      read_active(clause, subject, event, from);
    event.confidence = confidence_of(clause, event);
    if (event.action == nullptr && event.targets.empty() && is_of_role(event.sources, TriadRole::speaker)) return;
    if (!event.sources.empty() || !event.targets.empty()) out_.push_back(std::move(event));
  }

  /// Where the verb's own class is unknown, its complement or object may say it: "is compatible with", "carry out
  /// cooperation". Gives the word behind it.
  std::uint32_t find_action(const VerbGroup& group, TriadEvent& event) const {
    if (event.action != nullptr || group.passive) return group.words.end;
    std::uint32_t word = group.words.end;
    while (is_adverb(sentence_.tag(word))) ++word;
    if (group.copular && is_adjective(sentence_.tag(word)) && sentence_.action_at(word) != nullptr) {
      event.action = sentence_.action_at(word);
      return word + 1;
    }
    bool passed = false;
    for (std::uint32_t chunk = first_chunk(group.words.end);
         chunk < grammar_.chunks.size() && grammar_.chunks[chunk].head < stop_; ++chunk) {
      const NounChunk& noun = grammar_.chunks[chunk];
      const std::string_view preposition = sentence_.preposition_of(chunk);
      if (preposition == "of" || preposition == "per") continue;
      if (!preposition.empty() && preposition != "as" && preposition != "to") passed = true;
      // "defrauded Isle with regard to assistance": behind another phrase, an object alone is still of the verb.
      if (passed && (!preposition.empty() || noun.coordinated != no_index)) continue;
      // "navigate Chinese influence": whose influence it is acts in it, and not the subject.
      if (!sentence_.possessors_of(chunk).empty() || !sentence_.modifiers_of(chunk).empty()) continue;
      event.action = sentence_.action_of(chunk);
      if (event.action != nullptr) return noun.words.end;
    }
    return group.words.end;
  }

  void read_active(const Clause& clause, const TriadEnds& subject, TriadEvent& event, std::uint32_t from) {
    event.sources = subject;
    event.rule = TriadRule::object;
    if (grammar_.verbs[clause.verb].copular)
      event.targets.clear();
    else
      event.targets = ends_of(object_of(clause));
    drop_ends(event.sources, event.targets);
    const bool blames = blames_harm(clause, event);
    if (event.targets.empty() && !blames)
      find_phrase(from, event);
    else if (is_act_of(event, "action.align", "action.align"))
      add_phrase(from, event);
    if (!event.targets.empty() && !event.sources.empty()) return;
    event.rule = TriadRule::alone;
    if (event.targets.empty() && event.sources.size() > 1 && is_reciprocal(event.action)) {
      event.rule = TriadRule::reciprocal;
      event.symmetric = true;
    }
  }

  /// "condemns the sanctions against Isle", "the invasion of Isle": who is harmed is not who is blamed, and goes from
  /// the targets.
  bool blames_harm(const Clause& clause, TriadEvent& event) const {
    if (event.action == nullptr || !is_or_below(event.action->code(), "action.accuse")) return false;
    const Argument object = object_of(clause);
    if (!object.found() || object.chunk == no_index) return false;
    const Hit* harm = sentence_.action_of(object.chunk);
    if (is_one_of(sentence_.folded(grammar_.chunks[object.chunk].head), done_to))
      std::erase_if(event.targets, [](const TriadEnd& end) { return end.role == TriadRole::of; });
    else if (harm == nullptr || !is_or_below(harm->code(), "action.coerce"))
      return false;
    return true;
  }

  void read_passive(const Clause& clause, TriadEvent& event) {
    event.sources = ends_of(clause.agent);
    event.targets = ends_of(grammar_.undergoer(clause));
    drop_ends(event.sources, event.targets);
    event.rule = TriadRule::passive;
    const std::uint32_t behind = clause.agent.found() && clause.agent.chunk != no_index
                                     ? grammar_.chunks[clause.agent.chunk].words.end
                                     : event.verb.end;
    if (event.targets.empty()) {
      find_phrase(behind, event);
      event.rule = TriadRule::passive;
    } else if (!clause.agent.found() && is_reciprocal(event.action)) {
      // "is aligned with ASEAN": what it is done to does it.
      TriadEvent other;
      other.sources = event.targets;
      find_phrase(behind, other);
      if (!other.targets.empty()) {
        event.sources = std::move(other.sources);
        event.targets = std::move(other.targets);
        event.rule = TriadRule::phrase;
        return;
      }
    }
    event.agent_deleted = !clause.agent.found();
  }

  /// "aligns Russia's plans with those of ASEAN": what it is aligned with is acted on, too.
  void add_phrase(std::uint32_t from, TriadEvent& event) const {
    TriadEvent other;
    other.sources = event.sources;
    other.verb = event.verb;
    find_phrase(from, other);
    add_ends(other.targets, event.targets);
  }

  /// The first noun with an actor behind a preposition that says with or on whom.
  void find_phrase(std::uint32_t from, TriadEvent& event) const {
    for (std::uint32_t chunk = first_chunk(from);
         chunk < grammar_.chunks.size() && grammar_.chunks[chunk].words.begin < stop_; ++chunk) {
      const std::string_view preposition = sentence_.preposition_of(chunk);
      const bool place =
          preposition == "in" && chunk > 0 && is_one_of(sentence_.folded(grammar_.chunks[chunk - 1].head), presence);
      // "influences relations between them", but not "is a bridge between them".
      const bool both = (preposition == "between" || preposition == "among") &&
                        is_act_of(event, "action.influence", "action.provide");
      if (!place && !both && !is_one_of(preposition, to_whom)) continue;
      TriadEnds ends = sentence_.ends_of_list(chunk);
      drop_ends(event.sources, ends);
      if (ends.empty()) continue;
      for (TriadEnd& end : ends) end.role = TriadRole::phrase;
      event.targets = std::move(ends);
      event.rule = TriadRule::phrase;
      return;
    }
  }

  /// Whether the verb itself, and not its object, is of one of two classes.
  [[nodiscard]] bool is_act_of(const TriadEvent& event, std::string_view one, std::string_view other) const {
    const bool own = event.action != nullptr && event.action == sentence_.action_at(event.verb.end - 1);
    return own && (is_or_below(event.action->code(), one) || is_or_below(event.action->code(), other));
  }

  /// "welcomes and supports the plan": the object of joined verbs stands behind the last.
  [[nodiscard]] Argument object_of(const Clause& clause) const {
    Argument object = grammar_.undergoer(clause);
    constexpr std::uint32_t most = 3;
    for (std::uint32_t verb = clause.verb;
         !object.found() && verb < clause.verb + most && verb + 1 < grammar_.verbs.size(); ++verb) {
      const VerbGroup& group = grammar_.verbs[verb];
      const VerbGroup& next = grammar_.verbs[verb + 1];
      const bool joined = sentence_.tag(group.words.end) == Tag::cc || sentence_.folded(group.words.end) == ",";
      if (!joined || next.words.begin != group.words.end + 1 || next.form != group.form || next.passive || next.copular)
        break;
      object = grammar_.undergoer(grammar_.clauses[verb + 1]);
      object.confidence = Confidence::low;
    }
    return object;
  }

  /// "ways for China to act", else the grammar's subject.
  [[nodiscard]] Argument subject_of(const Clause& clause) const {
    const VerbGroup& group = grammar_.verbs[clause.verb];
    Argument subject = grammar_.doer(clause);
    if (group.passive) subject = grammar_.undergoer(clause);
    if (group.form == VerbForm::ing && group.words.begin > 0 && is_risking(sentence_.folded(group.words.begin - 1)))
      return risking(subject);
    if (group.form != VerbForm::infinitive || group.words.begin == 0) return subject;
    const std::uint32_t before = grammar_.chunk_at(grammar_.words[group.words.begin - 1].tokens.begin);
    if (before == no_index || sentence_.preposition_of(before) != "for") return subject;
    subject.chunk = before;
    subject.word = grammar_.chunks[before].head;
    subject.confidence = Confidence::high;
    return subject;
  }

  /// "China's dominance in the union's finances risks harming Isle": risks may be taken for the last noun before it;
  /// what risks is the noun that no preposition governs.
  [[nodiscard]] Argument risking(Argument subject) const {
    std::uint32_t chunk = subject.chunk;
    constexpr std::uint32_t most = 4;
    for (std::uint32_t step = 0; chunk != no_index && chunk > 0 && step < most; ++step, --chunk)
      if (sentence_.preposition_of(chunk).empty()) break;
    if (!subject.found() || chunk == no_index || chunk == subject.chunk) return subject;
    subject.chunk = chunk;
    subject.word = grammar_.chunks[chunk].head;
    subject.confidence = Confidence::low;
    return subject;
  }

  /// "presses companies interested in having ties", "states capable of acting": behind an adjective that follows its
  /// noun, the noun does it.
  [[nodiscard]] bool is_of_noun_before(std::uint32_t verb) const {
    if (verb < 3 || sentence_.tag(verb - 1) != Tag::in) return false;
    const Tag tag = sentence_.tag(verb - 2);
    return (is_adjective(tag) || tag == Tag::vbn) && is_noun(sentence_.tag(verb - 3));
  }

  [[nodiscard]] TriadEnds ends_of(const Argument& argument) const {
    if (!argument.found() || argument.chunk == no_index) return {};
    const NounChunk& chunk = grammar_.chunks[argument.chunk];
    const bool it = sentence_.folded(argument.word) == "it";
    const bool its =
        chunk.possessor != no_index && sentence_.folded(chunk.possessor) == "its" && argument.word > chunk.possessor;
    TriadEnds ends = it ? TriadEnds() : sentence_.ends_of_list(argument.chunk);
    if (ends.empty() && (it || its)) {
      ends = antecedent_.ends;
      for (TriadEnd& end : ends) end.role = TriadRole::pronoun;
    }
    if (ends.empty() && names_speaker(chunk)) ends = {{antecedent_.speaker, TriadRole::speaker}};
    return ends;
  }

  /// "we", "my country": the document's speaker, where it is known and nobody is quoted.
  [[nodiscard]] bool names_speaker(const NounChunk& chunk) const {
    if (antecedent_.speaker == nullptr) return false;
    const std::string_view head = sentence_.folded(chunk.head);
    const bool alone = chunk.words.size() == 1 && is_speaker(head);
    const bool state = is_of_speaker(sentence_.folded(chunk.words.begin)) && is_one_of(head, own_state);
    if (!(alone && !is_everybody(chunk)) && !state) return false;
    const std::uint32_t byte = sentence_.span_of({chunk.head, chunk.head + 1}).begin;
    const std::vector<ByteSpan>& all = antecedent_.quotations.spans;
    const auto quoted =
        std::partition_point(all.begin(), all.end(), [&](const ByteSpan& one) { return one.end <= byte; });
    return quoted == all.end() || quoted->begin > byte;
  }
  /// "We must …", "can we …", "we are all …", "let us": all who listen; and "allow me" is no act on anybody.
  [[nodiscard]] bool is_everybody(const NounChunk& chunk) const {
    const std::string_view head = sentence_.folded(chunk.head);
    const std::string_view before = chunk.head == 0 ? std::string_view() : sentence_.folded(chunk.head - 1);
    if (head == "us" || head == "me") return before == "let" || before == "allow" || before == "permit";
    if (head != "we") return false;
    const bool asked = chunk.head > 0 && sentence_.tag(chunk.head - 1) == Tag::md;
    return for_all_ || asked || sentence_.folded(chunk.head + 1) == "all" || sentence_.folded(chunk.head + 2) == "all";
  }
  [[nodiscard]] static bool is_of_role(const TriadEnds& ends, TriadRole role) {
    return !ends.empty() &&
           std::all_of(ends.begin(), ends.end(), [&](const TriadEnd& end) { return end.role == role; });
  }

  void remember(const TriadEnds& ends) {
    if (is_of_role(ends, TriadRole::speaker)) return;  // who is not meant by "it"
    if (!std::exchange(topic_known_, true)) antecedent_.topic = ends;
    if (!ends.empty()) antecedent_.ends = ends;
  }

  [[nodiscard]] std::uint32_t first_chunk(std::uint32_t from) const {
    const auto found = std::partition_point(grammar_.chunks.begin(), grammar_.chunks.end(),
                                            [&](const NounChunk& one) { return one.words.begin < from; });
    return static_cast<std::uint32_t>(found - grammar_.chunks.begin());
  }

  /// The word before which the objects and phrases of a verb end: a comma, a bracket, the next verb, or where they are
  /// too far.
  [[nodiscard]] std::uint32_t end_of_reach(std::uint32_t verb) const {
    const std::uint32_t from = grammar_.verbs[verb].words.end;
    std::uint32_t limit = std::min(static_cast<std::uint32_t>(grammar_.words.size()), from + reach);
    if (verb + 1 < grammar_.verbs.size()) limit = std::min(limit, std::max(from, grammar_.verbs[verb + 1].words.begin));
    for (std::uint32_t word = from; word < limit; ++word)
      if (sentence_.tag(word) == Tag::punc && !is_quotation(sentence_.folded(word)) && !goes_on(word, limit))
        return word;
    return limit;
  }
  [[nodiscard]] static bool is_quotation(std::string_view mark) {
    return mark == "\"" || mark == "'" || mark == "\u201c" || mark == "\u201d";
  }
  /// A comma inside a list of nouns.
  [[nodiscard]] bool goes_on(std::uint32_t word, std::uint32_t limit) const {
    const std::uint32_t next = first_chunk(word);
    return next < grammar_.chunks.size() && grammar_.chunks[next].coordinated != no_index &&
           grammar_.chunks[next].words.begin <= word + 2 && grammar_.chunks[next].words.begin < limit;
  }

  [[nodiscard]] std::string_view modality(std::uint32_t verb) const {
    const VerbGroup& group = grammar_.verbs[verb];
    if (group.words.begin > 0 && is_risking(sentence_.folded(group.words.begin - 1))) return "risk";
    return modality_of_modal(group.modal == no_index ? std::string_view() : sentence_.folded(group.modal));
  }

  [[nodiscard]] Confidence confidence_of(const Clause& clause, const TriadEvent& event) const {
    const Argument doer = grammar_.doer(clause);
    const Argument undergoer = grammar_.undergoer(clause);
    const bool sure =
        (event.sources.empty() ||
         (doer.confidence == Confidence::high && event.sources.front().role != TriadRole::pronoun &&
          event.sources.front().role != TriadRole::speaker)) &&
        (event.targets.empty() || event.rule == TriadRule::phrase || undergoer.confidence == Confidence::high);
    return sure ? Confidence::high : Confidence::low;
  }

  const TriadSentence& sentence_;
  const SentenceGrammar& grammar_;
  TriadAntecedent& antecedent_;
  std::vector<TriadEvent>& out_;
  std::uint32_t stop_ = 0;
  bool topic_known_ = false;
  bool for_all_ = false;  ///< the verb at hand says what everybody ought to do
};

}  // namespace

bool is_speaker(std::string_view word) noexcept { return word == "i" || word == "we" || word == "us" || word == "me"; }

bool is_of_speaker(std::string_view word) noexcept { return word == "my" || word == "our"; }

bool is_reciprocal(const Hit* action) noexcept {
  return action != nullptr &&
         (is_or_below(action->code(), "action.cooperate") || is_or_below(action->code(), "action.compete") ||
          is_or_below(action->code(), "action.align"));
}

void read_triad_clauses(const TriadSentence& sentence, TriadAntecedent& antecedent, std::vector<TriadEvent>& out) {
  ClauseReader(sentence, antecedent, out).read();
}

}  // namespace topos
