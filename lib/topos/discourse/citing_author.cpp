// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/citing_author.hpp"

#include "topos/annotation/detectors/speech_verbs.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr int most_name_words = 6;
constexpr int verb_reach = 3;  ///< words behind a marker
constexpr int name_reach = 2;  ///< words between a name and its marker, as the finding of citations has it

bool joins_names(std::string_view folded) {
  return folded == "and" || folded == "&" || folded == "et" || folded == "al";
}

// Words that begin sentences, capitalised, before a name.
constexpr WordList openers({"according", "after",   "although", "and",     "as",   "because", "but",    "following",
                            "for",       "from",    "here",     "however", "if",   "in",      "like",   "see",
                            "since",     "so",      "then",     "though",  "thus", "to",      "unlike", "when",
                            "where",     "whereas", "while",    "with",    "yet"});

/// The first word of the name that ends before `end`; `end` if there is none.
int name_begin(const SentenceWords& words, int end) {
  int begin = end;
  while (begin > 0 && end - begin < most_name_words &&
         (words.is_capitalized(begin - 1) || joins_names(words.folded(begin - 1))))
    --begin;
  while (begin < end && (!words.is_capitalized(begin) || openers.has(words.folded(begin)))) ++begin;
  return begin;
}

/// The first verb of saying among the tokens [begin, end).
std::string verb_in(const SentenceWords& words, int begin, int end) {
  for (int at = begin; at < end; ++at)
    if (words.is_word(at) && speech_verb(words.folded(at)) != SpeechVerb::none) return std::string(words.written(at));
  return {};
}

std::string verb_behind(const SentenceWords& words, ByteSpan marker) {
  const int begin = words.at_byte(marker.end);
  int end = begin;
  for (int passed = 0; words.has(end) && passed < verb_reach; ++end) passed += words.is_word(end) ? 1 : 0;
  return verb_in(words, begin, end);
}

/// The verb in "described by NAME", "as noted in NAME".
std::string verb_before(const SentenceWords& words, int name) {
  if (words.folded(name - 1) != "by" && words.folded(name - 1) != "in") return {};
  return speech_verb(words.folded(name - 2)) == SpeechVerb::none ? std::string() : std::string(words.written(name - 2));
}

// Words in -est that are no superlatives.
constexpr WordList plain_words({"arrest",    "attest",   "behest",     "bequest",     "budapest",  "bucharest",
                                "conquest",  "contest",  "detest",     "digest",      "divest",    "earnest",
                                "everest",   "forest",   "guest",      "harvest",     "honest",    "inquest",
                                "ingest",    "interest", "invest",     "midwest",     "manifest",  "modest",
                                "northwest", "protest",  "reinvest",   "request",     "southwest", "suggest",
                                "tempest",   "unrest",   "rainforest", "disinterest", "reforest",  "dishonest",
                                "priest",    "crest",    "chest",      "quest",       "wrest"});
constexpr std::size_t least_letters = 5;

// What stands before "most" where it makes a superlative.
constexpr WordList owners({"'s", "her", "his", "its", "my", "our", "the", "their", "your"});

bool ends_superlative(std::string_view folded) {
  if (folded == "best" || folded == "worst") return true;
  return folded.size() >= least_letters && folded.ends_with("est") && !plain_words.has(folded);
}

}  // namespace

CitingAuthor citing_author(const SentenceWords& words, std::string_view text, ByteSpan marker, std::string_view name) {
  CitingAuthor found{std::string(name), {}};
  const int at = words.at_byte(marker.begin);
  int begin = at;
  if (name.empty()) {
    int end = at;
    for (int passed = 0; passed < name_reach && words.is_word(end - 1) && !words.is_capitalized(end - 1); ++passed)
      --end;
    begin = name_begin(words, end);
    if (begin < end) found.author = std::string(words.span(begin, end - 1).in(text));
    found.verb = verb_in(words, end, at);
  }
  if (found.verb.empty()) found.verb = verb_behind(words, marker);
  if (found.verb.empty()) found.verb = verb_before(words, begin);
  return found;
}

bool has_superlative(const SentenceWords& words) {
  for (int at = 1; at < words.size(); ++at) {
    if (!words.is_word(at)) continue;
    const std::string_view folded = words.folded(at);
    const std::string_view before = words.folded(at - 1);
    if (ends_superlative(folded) && before != "at") return true;
    // "at most", "most of" and "most states" give no rank.
    if ((folded == "most" || folded == "least") && owners.has(before) && words.is_word(at + 1) &&
        words.folded(at + 1) != "of")
      return true;
  }
  return false;
}

}  // namespace topos
