// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/cause_markers.hpp"

#include <algorithm>
#include <unordered_set>

#include "topos/annotation/detectors/cause_marker_list.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

using Kind = CauseMarker::Kind;

constexpr std::size_t longest_aside = 40;  ///< words

constexpr WordList ambiguous_nouns({"cause", "causes", "lead", "force", "forces", "drive", "drives", "result",
                                    "results", "trigger", "triggers", "fuels", "prompt", "produces"});
constexpr WordList wants_infinitive({"force", "forces", "forced", "drive", "compel", "compels", "compelled", "prompt"});
constexpr WordList made_so({"difficult", "harder", "easier", "possible", "impossible", "necessary", "unlikely",
                            "likely", "vulnerable", "dependent", "worse", "weaker", "stronger", "inevitable",
                            "essential", "urgent", "costly", "poorer"});
constexpr WordList effects({"effect", "effects", "impact", "impacts", "repercussions", "consequences"});
constexpr WordList outcomes({"results", "effects",      "consequences", "change",   "changes",
                             "growth",  "instability",  "tension",      "tensions", "crisis",
                             "crises",  "benefits",     "outcomes",     "conflict", "conflicts",
                             "poverty", "displacement", "uncertainty",  "division", "divisions"});
constexpr WordList thankers({"our",  "my",      "their", "its",       "express",  "sincere",  "deep",
                             "many", "special", "warm",  "heartfelt", "extend",   "convey",   "give",
                             "gave", "of",      "say",   "offer",     "profound", "grateful", "much"});
constexpr WordList owed({"respect", "attention", "honour", "honor", "tribute", "consideration", "regard", "thanks",
                         "credit", "recognition", "salary", "amount", "amounts", "sums", "payment", "payments"});
constexpr WordList scheduled({"begin",  "start", "expire", "take",   "be",     "meet",     "open",
                              "end",    "close", "visit",  "arrive", "hold",   "complete", "finish",
                              "become", "come",  "go",     "have",   "report", "vote",     "speak",
                              "return", "leave", "enter",  "face",   "appear", "run",      "make"});
constexpr WordList not_behind_so({"that", "on", "far", "forth", "much", "many", "too", "as"});
constexpr WordList raising({"likely",    "unlikely",   "expected",  "set",        "bound",     "continue", "continues",
                            "continued", "continuing", "going",     "tend",       "tends",     "tended",   "began",
                            "begun",     "threaten",   "threatens", "threatened", "potential", "liable",   "helped",
                            "helps",     "serve",      "serves",    "served",     "certain",   "sure"});

std::string_view before(const ClauseWords& words, std::size_t at) {
  return at > 0 ? words[at - 1].folded : std::string_view();
}
std::string_view behind(const ClauseWords& words, std::size_t at) {
  return at < words.size() ? words[at].folded : std::string_view();
}

bool is_adjective(std::string_view word) {
  for (const std::string_view ending :
       {"ive",   "al",    "ous",  "ful",    "able",  "ible", "ic",    "ed",   "ant",    "ent",
        "good",  "great", "best", "poor",   "first", "root", "human", "main", "common", "just",
        "armed", "naval", "ary",  "fossil", "noble", "same", "task",  "air",  "police"})
    if (word.ends_with(ending) && word != "development" && word != "government" && word != "environment" &&
        word != "movement")
      return true;
  return false;
}

/// The last word before `at` that is no adverb; its number, or npos.
std::size_t solid_before(const ClauseWords& words, std::size_t at) {
  while (at > 0 && words[at - 1].is(class_adverb | class_negation) && !words[at - 1].is(class_determiner)) --at;
  return at == 0 ? std::string_view::npos : at - 1;
}

bool has_infinitive_soon(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 6;
  for (std::size_t end = std::min(words.size(), at + reach); at < end; ++at)
    if (words[at].folded == "to") return true;
  return false;
}

bool any_soon(const ClauseWords& words, std::size_t at, std::size_t reach, bool (*holds)(std::string_view)) {
  for (std::size_t end = std::min(words.size(), at + reach); at < end && !words[at].is(class_cut); ++at)
    if (holds(words[at].folded)) return true;
  return false;
}

/// "has a decisive effect on": the number of words behind the verb, 0 if it is something else.
bool has_effect(const ClauseWords& words, std::size_t at) {
  for (std::size_t end = std::min(words.size(), at + 6); at < end; ++at) {
    const std::string_view word = words[at].folded;
    if (effects.has(word) &&
        (behind(words, at + 1) == "on" || behind(words, at + 1) == "upon" || behind(words, at + 1) == "for"))
      return true;
    if (words[at].is(class_comma | class_cut | class_preposition | class_auxiliary)) return false;
  }
  return false;
}

/// "The pact, signed in haste, led to": whether a comma ends what hangs on a subject.
bool closes_aside(const ClauseWords& words, std::size_t comma) {
  std::size_t open = comma;
  while (open > 0 && comma - open < longest_aside && !words[open - 1].is(class_comma | class_cut)) --open;
  if (open < 2 || !words[open - 1].is(class_comma)) return false;
  const ClauseWord& first = words[open];
  return first.folded.ends_with("ed") || first.folded.ends_with("ing") ||
         first.is(class_determiner | class_preposition | class_opener);
}

bool is_verb_there(const ClauseWords& words, std::size_t at, std::string_view marker) {
  const std::string_view verb = marker.substr(0, marker.find(' '));
  const std::size_t next = at + phrase_words(marker);
  if (next >= words.size() || words[next].is(class_comma | class_cut | class_auxiliary | class_opener)) return false;
  if (verb == "has" || verb == "have" || verb == "had") return has_effect(words, next);
  if (verb == "make" || verb == "makes" || verb == "made")
    if (words[next].folded == "every" || words[next].folded == "sure" || words[next].folded == "as" ||
        !any_soon(words, next, 9, [](std::string_view one) { return made_so.has(one); }))
      return false;
  if (verb == "produces" || verb == "produced")
    if (!any_soon(words, next, 6, [](std::string_view one) { return outcomes.has(one); })) return false;
  const std::size_t solid = solid_before(words, at);
  if (solid == std::string_view::npos) return false;
  const ClauseWord& left = words[solid];
  if (left.folded == "to") {  // "to cause": only where the subject of the main verb is that of this one, too
    if (solid == 0 || !raising.has(words[solid - 1].folded)) return false;
  } else if (left.is(class_comma)) {
    if (!closes_aside(words, solid)) return false;
  } else if (left.is(class_be) || left.folded == "being" ||
             left.is(class_preposition | class_coordinator | class_cut)) {
    return false;  // passives, nouns, and verbs whose subject is far
  }
  if (verb == "led" && behind(words, next) == "believe") return false;
  const bool modal = left.is(class_auxiliary) || left.is(class_relative) || left.folded == "to";
  if (ambiguous_nouns.has(verb) && !modal &&
      (left.is(class_determiner) || left.possessive || is_adjective(left.folded)))
    return false;
  if ((verb == "cause" || verb == "drive" || verb == "force" || verb == "prompt" || verb == "trigger" ||
       verb == "lead" || verb == "result") &&
      !modal && !left.folded.ends_with('s'))
    return false;
  if (wants_infinitive.has(verb) && !has_infinitive_soon(words, next)) return false;
  if (verb == "driven" && !left.is(class_auxiliary)) return false;
  // "to" and "about" are of the marker; another preposition belongs to a noun or a participle.
  return !words[next].is(class_preposition) && !words[next].is(class_coordinator);
}

bool is_reason_there(const ClauseWords& words, std::size_t at, std::string_view marker) {
  if (marker == "thanks to") return !thankers.has(before(words, at));
  if (marker == "due to") return !owed.has(before(words, at)) && !scheduled.has(behind(words, at + 2));
  return true;
}

bool is_outcome_there(const ClauseWords& words, std::size_t at, std::string_view marker) {
  const std::size_t solid = solid_before(words, at);
  if (solid == std::string_view::npos) return false;
  const ClauseWord& left = words[solid];
  // "The effect of" something is an outcome only behind "is".
  if (marker.ends_with(" of"))
    return left.is(class_be) || left.folded == "remains" || words.any(solid + 1, at, class_negation);
  if (marker == "result from") return left.is(class_auxiliary) || left.is(class_relative) || left.folded.ends_with('s');
  return !left.is(class_preposition | class_determiner);
}

/// "so they can": what is wanted, not what came of it.
bool is_purpose(const ClauseWords& words, std::size_t at) {
  constexpr std::size_t reach = 4;
  for (std::size_t end = std::min(words.size(), at + reach); at < end; ++at)
    if (const std::string_view word = words[at].folded;
        word == "can" || word == "could" || word == "will" || word == "would" || word == "may" || word == "might")
      return true;
  return false;
}

bool is_connective_there(const ClauseWords& words, std::size_t at, std::string_view marker) {
  const std::size_t next = at + phrase_words(marker);
  if (at == 0 || next >= words.size()) return false;
  if (marker == "and so") return !words[next].is(class_auxiliary) && !not_behind_so.has(words[next].folded);
  if (marker.starts_with("and ") || marker == "which is why") return true;
  if (!words[at - 1].is(class_comma | class_cut)) return false;
  if (marker == "so")
    return words[at - 1].is(class_comma) && words[next].is(class_pronoun | class_self) &&
           !words.any(next, std::min(words.size(), next + 3), class_opener) && !is_purpose(words, next);
  if (marker == "as a result" || marker == "hence" || marker == "thus")
    return words[at - 1].is(class_cut) || words[next].folded.ends_with("ing");
  return words[at - 1].is(class_cut);
}

bool holds(const ClauseWords& words, std::size_t at, const CauseMarker& marker) {
  switch (marker.kind) {
    case Kind::reason:
      return is_reason_there(words, at, marker.words);
    case Kind::clause:
      return true;
    case Kind::outcome:
      return is_outcome_there(words, at, marker.words);
    case Kind::verb:
      return is_verb_there(words, at, marker.words);
    case Kind::participle:
      return at > 0 &&
             (words[at - 1].is(class_comma) || before(words, at) == "without" || before(words, at) == "thus" ||
              before(words, at) == "thereby") &&
             !behind(words, at + phrase_words(marker.words)).ends_with("ment");
    case Kind::connective:
      return is_connective_there(words, at, marker.words);
  }
  return false;
}

}  // namespace

CauseMarkerRange cause_markers_with(std::string_view word) {
  constexpr WordFilter known = [] {
    WordFilter first;
    for (const CauseMarker& one : cause_markers) first.add(first_word(one.words));
    return first;
  }();
  if (!known.may_hold(word)) return {};
  const auto all = cause_markers_by_first_word.begin();
  const auto [first, last] = std::equal_range(all, cause_markers_by_first_word.end(), word, FirstWordLess());
  return {static_cast<std::uint8_t>(first - all), static_cast<std::uint8_t>(last - all)};
}

std::uint8_t cause_signs(std::string_view word, CauseMarkerRange markers) {
  constexpr WordList have({"has", "have", "had"});
  constexpr WordList make({"make", "makes", "made"});
  static const auto seconds = [] {
    std::unordered_set<std::string_view> words;
    for (const CauseMarker& one : cause_markers)
      if (const std::string_view first = first_word(one.words); first.size() < one.words.size())
        words.insert(first_word(one.words.substr(first.size() + 1)));
    // "as a result of" has "a result" within it.
    words.erase("a");
    words.erase("the");
    return words;
  }();
  int signs = seconds.count(word) > 0 ? cause_second : 0;
  for (std::size_t which = markers.begin; which < markers.end; ++which)
    signs |= phrase_words(cause_markers_by_first_word[which].words) > 1 ? cause_begins
             : have.has(word)                                           ? cause_have
             : make.has(word)                                           ? cause_make
                                                                        : cause_alone;
  if (effects.has(word)) signs |= cause_effect;
  if (made_so.has(word)) signs |= cause_made_so;
  return static_cast<std::uint8_t>(signs);
}

CauseMarker cause_marker_at(const ClauseWords& words, std::size_t at) {
  const CauseMarkerRange range = words[at].causes;
  // Capitals within a sentence are those of names: Joining Forces.
  if (range.begin == range.end || (at > 0 && words[at].capitalized && words[at - 1].capitalized)) return {};
  const std::string_view next = behind(words, at + 1);
  for (std::size_t which = range.begin; which < range.end; ++which) {
    const CauseMarker& marker = cause_markers_by_first_word[which];
    // Most words that begin longer markers begin none: "in", "and".
    const std::string_view rest = marker.words.substr(std::min(marker.words.size(), words[at].folded.size() + 1));
    if (!rest.empty() && (next.empty() || rest.front() != next.front())) continue;
    if (words.has(at, marker.words)) return holds(words, at, marker) ? marker : CauseMarker();
  }
  return {};
}

}  // namespace topos
