// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/said_content.hpp"

#include <algorithm>

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr WordList with_nouns({"accused",     "accuses",    "accusing",    "acknowledged", "acknowledges", "advocated",
                               "advocates",   "alleged",    "alleging",    "argue",        "argued",       "argues",
                               "asserted",    "asserts",    "blamed",      "blames",       "blaming",      "claimed",
                               "claiming",    "condemned",  "condemning",  "criticised",   "criticising",  "criticized",
                               "criticizing", "demanded",   "demanding",   "demands",      "denied",       "denies",
                               "denounced",   "denying",    "described",   "describes",    "dismissed",    "emphasised",
                               "emphasises",  "emphasized", "emphasizes",  "hailed",       "highlighted",  "highlights",
                               "praised",     "praising",   "predicted",   "predicts",     "reaffirmed",   "reaffirms",
                               "recommended", "recommends", "reiterated",  "reiterates",   "stressed",     "stresses",
                               "underlined",  "underlines", "underscored", "underscores",  "urged",        "urges",
                               "urging",      "warned",     "warns"});
constexpr WordList tells({"tell", "tells", "told"});
constexpr WordList with_figures({"reported", "reports", "estimated", "estimates", "confirmed", "announced", "forecast",
                                 "recorded"});
constexpr WordList plain_doubtful({"added",      "adds",       "adding",   "agreed",    "concluding",
                                   "confirmed",  "confirming", "confirms", "estimated", "estimates",
                                   "found",      "finds",      "forecast", "indicated", "indicates",
                                   "indicating", "notes",      "revealed", "reveals",   "suggest"});
constexpr WordList as_something({"characterised", "characterises", "characterize", "characterized", "characterizes",
                                 "denounced",     "denounces",     "depicted",     "depicts",       "describe",
                                 "described",     "describes",     "describing",   "dismissed",     "dismisses",
                                 "hailed",        "hails",         "labeled",      "labelled",      "labelling",
                                 "portrayed",     "portrays",      "referred",     "referring",     "refers"});
constexpr WordList no_content({"as", "if", "when", "while", "because", "since", "than", "although", "though", "unless",
                               "until", "once", "so"});
constexpr WordList not_human({"shows", "shown", "reveals", "revealed", "suggests", "suggested", "implies", "implied",
                              "finds", "found", "predicts"});

/// "told the Assembly it would": who listens ends where a pronoun or an article begins.
std::size_t behind_listener(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 8;
  for (std::size_t next = at + 2;
       next < std::min(words.size(), at + reach) && !words[next].is(class_preposition | class_cut); ++next)
    if (words[next].is(class_pronoun | class_self | class_determiner | class_quote)) return next;
  return 0;
}

/// "said several acres burned", "reported there were": a noun and its past form without an auxiliary.
bool is_plain_clause(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 10;
  const std::string_view verb = words[at].folded;
  if (verb != "said" && verb != "says" && verb != "reported") return false;
  const ClauseWord& next = words[at + 1];
  if (next.is(class_comma | class_cut | class_preposition | class_auxiliary | class_coordinator | class_adverb |
              class_opener) ||
      no_content.has(next.folded))
    return false;
  if (next.folded == "there") return at + 2 < words.size() && words[at + 2].is(class_be);
  for (std::size_t word = at + 3; word < std::min(words.size(), at + reach) && !words[word].is(class_comma | class_cut);
       ++word)
    if (words[word].folded.ends_with("ed") && !words[word - 1].is(class_determiner)) return true;
  return false;
}

/// "called it a "cruel joke"", "described it as a joke": the name soon behind the verb.
std::size_t name_behind(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 8;
  const std::string_view verb = words[at].folded;
  for (std::size_t next = at + 2; next < std::min(words.size(), at + reach); ++next) {
    if (words[next].folded == "as" && as_something.has(verb) && words[next - 1].folded != "to") return at + 1;
    if (words[next].is(class_comma | class_cut | class_opener)) break;
    if (words[next].is(class_quote)) return next;
  }
  return 0;
}

/// Whether a clause has its verb soon.
bool has_verb(const ClauseWords& words, std::size_t begin) {
  constexpr std::size_t reach = 8;
  for (std::size_t at = begin + 1; at < std::min(words.size(), begin + reach); ++at) {
    if (words[at].is(class_cut)) return false;
    if (words[at].is(class_auxiliary | class_finite) || words[at].speech == SpeechVerb::thinks ||
        (words[at].folded.ends_with("ed") && !words[at - 1].is(class_determiner | class_preposition)))
      return true;
  }
  return false;
}

/// "said on Monday they were", "said in a statement the group would": the clause behind a phrase of time or place.
std::size_t clause_behind_phrase(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 10;
  for (std::size_t next = at + 3; next < std::min(words.size(), at + reach); ++next) {
    if (words[next].is(class_cut | class_auxiliary | class_finite | class_opener | class_quote)) return 0;
    if (words[next].is(class_comma))
      return next + 1 < words.size() &&
                     !words[next + 1].is(class_preposition | class_coordinator | class_opener | class_adverb |
                                         class_quote) &&
                     has_verb(words, next + 1)
                 ? next + 1
                 : 0;
    if (words[next].is(class_pronoun | class_determiner) &&
        !words[next - 1].is(class_preposition | class_determiner | class_coordinator))
      return has_verb(words, next) ? next : 0;
  }
  return 0;
}

/// "21 cases", "an estimated four million".
bool is_figure(const ClauseWord& word) {
  return (!word.folded.empty() && word.folded.front() >= '0' && word.folded.front() <= '9') || word.folded == "no";
}

/// What no subject of a clause begins with.
constexpr std::uint32_t no_subject =
    class_comma | class_cut | class_preposition | class_auxiliary | class_coordinator | class_adverb | class_opener;

}  // namespace

std::size_t content_behind(const ClauseWords& words, std::size_t at) {
  const ClauseWord& verb = words[at];
  if (verb.speech == SpeechVerb::names) return name_behind(words, at);
  const bool doubtful = verb.speech == SpeechVerb::doubtful;
  const std::size_t reach = verb.speech == SpeechVerb::says ? 16 : 9;  // "said in a letter to the council that"
  for (std::size_t next = at + 1; next < std::min(words.size(), at + reach); ++next) {
    if (words[next].is(class_opener) && no_content.has(words[next].folded)) break;
    if (words[next].is(class_coordinator) && words[next - 1].is(class_comma)) break;
    if (doubtful && next > at + 2 && !(verb.folded == "pointed" || verb.folded == "points")) break;
    if (words[next].folded == "that" && next + 1 < words.size() && !words[next + 1].is(class_auxiliary))
      return next + 1;
    if (words[next].is(class_cut) && next + 1 < words.size() && words[next + 1].is(class_quote)) return next + 1;
    if (words[next].is(class_quote) && (next == at + 1 || words[next - 1].is(class_comma))) return next;
    if (words[next].is(class_cut | class_auxiliary) || words[next].speech != SpeechVerb::none) break;
  }
  if (at + 1 >= words.size()) return 0;
  if (tells.has(verb.folded)) return behind_listener(words, at);
  const ClauseWord& next = words[at + 1];
  if (with_nouns.has(verb.folded) &&
      !next.is(class_comma | class_cut | class_auxiliary | class_adverb | class_coordinator) &&
      !no_content.has(next.folded) &&
      (!next.is(class_preposition) || next.folded == "for" || next.folded == "against" || next.folded == "of"))
    return at + 1;
  if (with_figures.has(verb.folded) && is_figure(next)) return at + 1;
  if (doubtful) {
    const bool found = verb.folded == "found" || verb.folded == "finds";  // found dead, found what they sought
    if (found && !next.is(class_determiner | class_pronoun) && !next.capitalized) return 0;
    const bool clause = plain_doubtful.has(verb.folded) && !next.is(no_subject) && !no_content.has(next.folded) &&
                        has_verb(words, at + 1);
    return clause ? at + 1 : 0;
  }
  if (not_human.has(verb.folded)) return 0;
  if (is_plain_clause(words, at)) return at + 1;
  if (next.is(class_preposition) && verb.speech == SpeechVerb::says && next.folded != "to")
    return clause_behind_phrase(words, at);
  // "said it would": a clause follows without "that" if a verb comes soon.
  if (!next.is(class_comma | class_cut | class_preposition | class_auxiliary | class_coordinator | class_adverb) &&
      !no_content.has(next.folded) &&
      words.any(at + 2, std::min(words.size(), at + 10), class_auxiliary | class_finite))
    return at + 1;
  return 0;
}

bool is_measure(const ClauseWords& words, std::size_t begin, std::size_t end) {
  constexpr WordList measures({"ability",       "abilities",  "age",      "capacity",   "choice",     "choices",
                               "circumstances", "conditions", "criteria", "custom",     "formula",    "income",
                               "law",           "laws",       "means",    "merit",      "method",     "methods",
                               "need",          "needs",      "norms",    "order",      "plans",      "possibilities",
                               "principle",     "principles", "priority", "priorities", "procedures", "purpose",
                               "rank",          "resources",  "rights",   "rule",       "rules",      "schedule",
                               "size",          "standards",  "strength", "terms",      "timetable",  "traditions",
                               "type",          "values",     "will",     "wishes",     "formula",    "interests",
                               "circumstance",  "level",      "letter",   "spirit",     "provisions", "article"});
  if (words[begin].is(class_pronoun | class_opener) && begin + 1 == end) return true;
  std::size_t head = begin;
  while (head + 1 < end && !words[head + 1].is(class_preposition | class_comma)) ++head;
  return measures.has(words[head].folded);
}

}  // namespace topos
