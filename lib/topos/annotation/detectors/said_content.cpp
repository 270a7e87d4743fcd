// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/said_content.hpp"

#include <algorithm>

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr WordList with_nouns({"asserts",      "asserted",     "highlights",  "highlighted", "stresses",
                               "stressed",     "emphasises",   "emphasised",  "emphasizes",  "emphasized",
                               "underlines",   "underlined",   "underscores", "underscored", "reiterates",
                               "reiterated",   "reaffirms",    "reaffirmed",  "describes",   "described",
                               "criticised",   "criticized",   "praised",     "hailed",      "denounced",
                               "condemned",    "dismissed",    "denies",      "denied",      "argue",
                               "argues",       "argued",       "advocates",   "warned",      "warns",
                               "claimed",      "accused",      "accuses",     "recommends",  "recommended",
                               "acknowledges", "acknowledged", "urged",       "urges"});
constexpr WordList tells({"tell", "tells", "told"});
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

/// "called it a "cruel joke"": the quotation soon behind the verb.
std::size_t quotation_behind(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 8;
  for (std::size_t next = at + 2; next < std::min(words.size(), at + reach); ++next) {
    if (words[next].is(class_comma | class_cut | class_opener)) return 0;
    if (words[next].is(class_quote)) return next;
  }
  return 0;
}

}  // namespace

std::size_t content_behind(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 9;
  const ClauseWord& verb = words[at];
  if (verb.speech == SpeechVerb::names) return quotation_behind(words, at);
  const bool doubtful = verb.speech == SpeechVerb::doubtful;
  for (std::size_t next = at + 1; next < std::min(words.size(), at + reach); ++next) {
    if (words[next].is(class_opener) && no_content.has(words[next].folded)) break;
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
  if (doubtful || not_human.has(verb.folded)) return 0;
  if (is_plain_clause(words, at)) return at + 1;
  // "said it would": a clause follows without "that" if a verb comes soon.
  if (!next.is(class_comma | class_cut | class_preposition | class_auxiliary | class_coordinator | class_adverb) &&
      !no_content.has(next.folded) &&
      words.any(at + 2, std::min(words.size(), at + 10), class_auxiliary | class_finite))
    return at + 1;
  return 0;
}

}  // namespace topos
