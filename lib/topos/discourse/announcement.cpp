// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/announcement.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace topos {
namespace {

constexpr int most_between = 5;  ///< words between the text's name and the verb: "will", "therefore", "seeks to"
constexpr int most_to_we = 4;    ///< words between the text's name and "we" or "I"

constexpr std::array<std::string_view, 5> pointers{"this", "the", "our", "present", "current"};
constexpr std::array<std::string_view, 19> texts{"analysis", "article",    "book",         "brief",        "briefing",
                                                 "chapter",  "commentary", "contribution", "dissertation", "essay",
                                                 "note",     "paper",      "report",       "research",     "review",
                                                 "section",  "study",      "thesis",       "volume"};
constexpr std::array<std::string_view, 9> aims{"aim",        "aims",    "ambition", "goal", "objective",
                                               "objectives", "purpose", "purposes", "task"};
/// Verbs without their endings in -s, -es and -ies.
constexpr std::array<std::string_view, 59> verbs{
    "address",     "adopt",    "advance", "aim",       "analyse", "analyze",  "appl",      "argue",       "ask",
    "assess",      "attempt",  "build",   "combine",   "compare", "conclude", "consider",  "construct",   "contribute",
    "demonstrate", "describe", "develop", "discuss",   "draw",    "employ",   "evaluate",  "examine",     "explain",
    "explore",     "find",     "focus",   "highlight", "identif", "intend",   "introduce", "investigate", "look",
    "map",         "offer",    "outline", "present",   "probe",   "propose",  "provide",   "reconstruct", "reflect",
    "review",      "seek",     "show",    "stud",      "suggest", "survey",   "tackle",    "test",        "trace",
    "track",       "treat",    "turn",    "use",       "utilize"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_verb(std::string_view word) {
  if (is_one_of(verbs, word)) return true;
  for (const std::string_view ending : {"s", "es", "ies", "y"})
    if (word.size() > ending.size() && word.ends_with(ending) &&
        is_one_of(verbs, word.substr(0, word.size() - ending.size())))
      return true;
  return false;
}

bool is_speaker(std::string_view word) { return word == "we" || word == "i"; }

bool has_verb(const SentenceWords& words, int from, int most) {
  for (int at = from; at < from + most && words.is_word(at); ++at)
    if (is_verb(words.folded(at))) return true;
  return false;
}

/// "the" alone points to no text: "the study found" may be anybody's.
bool is_own_text(const SentenceWords& words, int at) {
  if (!is_one_of(texts, words.folded(at))) return false;
  const std::string_view before = words.folded(at - 1);
  return before != "the" && is_one_of(pointers, before);
}

/// "the aim of" before the text's name.
bool is_aim(const SentenceWords& words, int at) {
  for (int before = at - 2; before >= at - 4; --before)
    if (words.folded(before) == "of" && is_one_of(aims, words.folded(before - 1))) return true;
  return false;
}

}  // namespace

bool announces(const SentenceWords& words) {
  for (int at = 1; at < words.size(); ++at) {
    if (!is_own_text(words, at)) continue;
    if (is_aim(words, at) || has_verb(words, at + 1, most_between)) return true;
    const bool inside = words.folded(at - 2) == "in" || words.folded(at - 3) == "in";
    for (int next = at + 1; inside && next <= at + most_to_we && words.has(next); ++next)
      if (is_speaker(words.folded(next)) && has_verb(words, next + 1, most_between)) return true;
  }
  return false;
}

bool goes_on_announcing(const SentenceWords& words) {
  const std::string_view first = words.folded(0);
  return (first == "it" || is_speaker(first)) && has_verb(words, 1, most_between);
}

}  // namespace topos
