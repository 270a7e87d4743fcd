// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/speech_act.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

constexpr int most_fillers = 6;
constexpr int most_adverbs = 4;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Verbs that name a topic, without -s and -ing.
constexpr std::array<std::string_view, 49> topical{
    "address",   "answer",   "comment",   "concentrat", "concentrate", "confin", "confine", "consider", "cover",
    "deal",      "dedicat",  "dedicate",  "describ",    "describe",    "devot",  "devote",  "discuss",  "draw",
    "dwell",     "elaborat", "elaborate", "enumerat",   "enumerate",   "examin", "examine", "explain",  "focus",
    "highlight", "limit",    "look",      "mention",    "mov",         "move",   "outlin",  "outline",  "pass",
    "rais",      "raise",    "refer",     "respond",    "return",      "review", "share",   "sketch",   "summarise",
    "summarize", "survey",   "touch",     "turn"};
/// Verbs that need "about", "of" or "on" to name one.
constexpr std::array<std::string_view, 6> speaking{"speak", "talk", "report", "say", "speaking", "talking"};
constexpr std::array<std::string_view, 6> topic_signs{"about", "of", "on", "something", "word", "words"};
constexpr std::array<std::string_view, 26> fillers{
    "now",          "then",       "first", "firstly", "also", "next",      "briefly", "today",  "tonight",
    "here",         "just",       "only",  "please",  "sir",  "therefore", "finally", "lastly", "again",
    "particularly", "especially", "by",    "to",      ",",    "me",        "at",      "with"};
constexpr std::array<std::string_view, 9> stages{"begin", "start",   "conclude", "end",       "close",
                                                 "open",  "proceed", "continue", "proceeding"};
constexpr std::array<std::string_view, 8> own_texts{"address",      "speech",  "statement", "remarks",
                                                    "intervention", "message", "comments",  "presentation"};
constexpr std::array<std::string_view, 12> adverbs_of_promise{
    "hereby", "solemnly", "therefore", "also", "now", "again", "today", "tonight", "too", "always", "once", "still"};
/// What comes by itself, is known or is said, and binds nobody.
constexpr std::array<std::string_view, 53> no_deeds{
    "achieve",  "add",    "agree",    "all",     "ask",   "be",         "become", "begin",   "celebrate",
    "close",    "come",   "conclude", "die",     "end",   "face",       "fail",   "find",    "gain",
    "get",      "have",   "hear",     "know",    "learn", "live",       "lose",   "mention", "miss",
    "need",     "note",   "overcome", "prevail", "quote", "reach",      "read",   "realize", "recall",
    "remember", "repeat", "reply",    "say",     "see",   "soon",       "start",  "stop",    "stress",
    "succeed",  "suffer", "survive",  "tell",    "think", "understand", "win",    "witness"};
constexpr std::array<std::string_view, 9> resolve{"committed", "determined", "resolved", "ready",     "prepared",
                                                  "pledged",   "willing",    "pledging", "announcing"};
constexpr std::array<std::string_view, 15> promising{"pledge",     "pledges",   "promise", "promises", "undertake",
                                                     "undertakes", "commit",    "commits", "vow",      "vows",
                                                     "announce",   "announces", "resolve", "resolves", "guarantee"};
constexpr std::array<std::string_view, 6> renewing{"reaffirm",  "reiterate",  "renew",
                                                   "reaffirms", "reiterates", "renews"};
constexpr std::array<std::string_view, 6> bonds{"commitment",    "commitments", "pledge",
                                                "determination", "readiness",   "resolve"};
constexpr std::array<std::string_view, 8> offices{"government", "administration", "country",  "delegation",
                                                  "ministry",   "nation",         "republic", "people"};
/// Before a subject: what follows is expected, asked or a part of something else.
constexpr std::array<std::string_view, 17> no_claims{"if",        "unless", "whether", "how",   "what",   "which",
                                                     "where",     "when",   "because", "until", "before", "than",
                                                     "otherwise", "once",   "while",   "as",    "who"};
constexpr std::array<std::string_view, 14> expecting{"hope",     "hopes", "hoped", "confident", "believe",
                                                     "believes", "think", "trust", "expect",    "said",
                                                     "says",     "told",  "sure",  "know"};
constexpr std::array<std::string_view, 21> assuring{
    "assure", "assuring", "announce", "announcing", "declare",   "confirm",   "stress",
    "pledge", "promise",  "reaffirm", "reiterate",  "emphasize", "underline", "repeat",
    "state",  "say",      "means",    "clear",      "proclaim",  "ensure",    "guarantee"};
/// "We" that is everybody.
constexpr std::array<std::string_view, 8> everybody_words{"together",  "all",     "collectively", "humanity",
                                                          "otherwise", "mankind", "jointly",      "humankind"};

bool is_adverb(std::string_view word) {
  return is_one_of(adverbs_of_promise, word) || (word.size() > 4 && word.ends_with("ly")) || word == ",";
}

bool is_topical(std::string_view word) {
  if (is_one_of(topical, word)) return true;
  return word.size() > 5 && word.ends_with("ing") && is_one_of(topical, word.substr(0, word.size() - 3));
}

bool is_first_person(std::string_view word) { return word == "i" || word == "we"; }
bool is_future(std::string_view word) { return word == "will" || word == "shall"; }

/// "we" of "we'll".
std::string_view head_of(std::string_view word) { return word.substr(0, word.find('\'')); }
std::string_view clitic_of(std::string_view word) {
  const std::size_t mark = word.find('\'');
  return mark == std::string_view::npos ? std::string_view() : word.substr(mark + 1);
}

int skip_adverbs(const SentenceWords& words, int at) {
  for (int n = 0; n < most_adverbs && is_adverb(words.folded(at)); ++n) ++at;
  return at;
}

/// Behind "let me", "may I", "I shall", "I should like to"; -1, if nothing of the kind begins here.
int behind_opening(const SentenceWords& words, int at) {
  const std::string_view first = words.folded(at);
  const std::string_view next = words.folded(at + 1);
  if ((first == "let" || first == "allow" || first == "permit") && next == "me") return at + 2;
  if (first == "may" && next == "i") return at + 2;
  if (first == "i'll") return at + 1;
  if (first == "i'd" && next == "like") return at + 2;
  if (first == "i'm" && next == "going") return at + 2;
  if (first != "i") return -1;
  const int verb = skip_adverbs(words, at + 1);
  const std::string_view word = words.folded(verb);
  if (is_future(word)) return verb + 1;
  if ((word == "would" || word == "should") && words.folded(verb + 1) == "like") return verb + 2;
  if (word == "wish" || word == "want" || word == "intend" || word == "propose") return verb + 1;
  if (word == "am" && words.folded(verb + 1) == "going") return verb + 2;
  // "I now turn to"
  return word == "turn" || word == "focus" || word == "come" ? verb : -1;
}

/// Whether words behind an opening name what is going to be spoken of.
bool names_topic(const SentenceWords& words, int at) {
  for (int n = 0; n < most_fillers && words.has(at); ++n, ++at) {
    const std::string_view word = words.folded(at);
    // To turn something over, or oneself to somebody, is no matter of speech.
    if (is_topical(word)) return word != "turn" || words.folded(at + 1) != "over";
    if (word == "come" && words.folded(at + 1) == "to") return true;
    if (is_one_of(speaking, word)) {
      for (int sign = at + 1; sign <= at + 4; ++sign)
        if (is_one_of(topic_signs, words.folded(sign))) return true;
      return false;
    }
    // "make a few points", "put before you", "set out"
    if (word == "make" || word == "making")
      for (int noun = at + 2; noun <= at + 6; ++noun)
        if (const std::string_view made = words.folded(noun);
            made.starts_with("point") || made.starts_with("comment") || made.starts_with("remark") ||
            made.starts_with("observation"))
          return true;
    if ((word == "put" || word == "set") && (words.folded(at + 1) == "before" || words.folded(at + 1) == "out"))
      return true;
    if (!is_one_of(fillers, word) && !is_one_of(stages, word) && !(word.size() > 4 && word.ends_with("ly")))
      return false;
  }
  return false;
}

/// "my statement will focus on", "confine my remarks to".
bool speaks_of_itself(const SentenceWords& words, int at) {
  if (words.folded(at) != "my" || !is_one_of(own_texts, words.folded(at + 1))) return false;
  if (is_topical(words.folded(at - 1)) || words.folded(at - 1) == "confine") return true;
  for (int verb = at + 2; verb <= at + 6 && words.is_word(verb); ++verb)
    if (is_topical(words.folded(verb)) || words.folded(verb) == "focuses") return true;
  return false;
}

/// "our continued commitment", "its readiness".
bool names_bond(const SentenceWords& words, int at) {
  const std::string_view owner = words.folded(at);
  const bool owned = owner == "our" || owner == "my" || owner == "its";
  for (int noun = at + 1; noun <= at + 4; ++noun)
    if (is_one_of(bonds, words.folded(noun))) return owned || words.folded(noun - 1) == "'s";
  return false;
}

/// "assure the Assembly that", "announce that": what follows is said by who speaks; "the country that" is no such
/// thing.
bool is_assured(const SentenceWords& words, int that) {
  for (int at = that - 1; at >= that - 5; --at)
    if (is_one_of(assuring, words.folded(at))) return true;
  return false;
}

/// Whether what stands before a subject takes back that it is claimed.
bool is_taken_back(const SentenceWords& words, int subject) {
  int before = subject - 1;
  while (words.folded(before) == ",") --before;
  if (is_one_of(no_claims, words.folded(before))) return true;
  if (words.folded(before) == "that" && !is_assured(words, before)) return true;
  const int that = words.folded(before) == "that" ? before - 1 : before;
  for (int at = that; at > that - 3; --at)
    if (is_one_of(expecting, words.folded(at))) return true;
  return false;
}

/// Whether who speaks, at words from `at` to `behind`, binds themselves.
bool commits(const SentenceWords& words, int at, int behind, bool everybody) {
  // "we'll", "we're": the verb is the end of the subject.
  const std::string_view clitic = clitic_of(words.folded(at));
  const int verb = clitic.empty() ? skip_adverbs(words, behind) : at;
  const std::string_view word = clitic == "ll"   ? "will"
                                : clitic == "re" ? "are"
                                : clitic == "m"  ? "am"
                                                 : words.folded(verb);
  // "the Norland Pledge" is a name.
  const bool plain = is_first_person(words.folded(at));
  if (is_one_of(promising, word)) return plain != word.ends_with('s') && !words.is_capitalized(verb);
  if (is_one_of(renewing, word)) return names_bond(words, verb + 1);
  // "I wish to announce", "I am pleased to announce", "we would like to reaffirm our commitment"
  for (int to = verb + 1; to <= verb + 3; ++to)
    if (words.folded(to) == "to" && (is_one_of(promising, words.folded(to + 1)) ||
                                     (is_one_of(renewing, words.folded(to + 1)) && names_bond(words, to + 2))))
      return word != "must" && word != "should" && word != "need";
  if (word == "am" || word == "are" || word == "is" || word == "remain" || word == "remains" || word == "stand" ||
      word == "stands") {
    const int bond = skip_adverbs(words, verb + 1);
    if (!is_one_of(resolve, words.folded(bond))) return false;
    const std::string_view next = words.folded(bond + 1);
    return next == "to" || next == "that" || words.folded(bond) == "announcing";
  }
  if (!is_future(word)) return false;
  int deed = verb + 1;
  if (words.folded(deed) == "not" || words.folded(deed) == "never") ++deed;
  deed = skip_adverbs(words, deed);
  // "will be proposing", "will continue to live"
  if (words.folded(deed) == "be") return words.folded(deed + 1).ends_with("ing");
  if (words.folded(deed) == "continue" && words.folded(deed + 1) == "to") deed += 2;
  if (is_one_of(no_deeds, words.folded(deed)) || !words.is_word(deed)) return false;
  return !everybody || head_of(words.folded(at)) != "we";
}

/// Whether a word says that "we" is everybody.
bool names_everybody(const SentenceWords& words) {
  for (int at = 0; at < words.size(); ++at)
    if (is_one_of(everybody_words, words.folded(at))) return true;
  return false;
}

}  // namespace

SpeechActs::SpeechActs(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::vector<std::string> words(1);
    for (const char byte : name) {
      if (byte == ' ' || byte == '-')
        words.emplace_back();
      else
        words.back() += ascii_lower(byte);
    }
    std::erase(words, std::string());
    if (!words.empty()) names_.push_back(std::move(words));
  }
}

/// The place behind a name of who speaks that begins here, or here.
int SpeechActs::own_name(const SentenceWords& words, int at) const {
  for (const std::vector<std::string>& name : names_) {
    int here = at;
    for (std::size_t word = 0; word < name.size() && here >= at; ++word) {
      while (words.folded(here) == "-") ++here;
      here = words.folded(here) == name[word] ? here + 1 : -1;
    }
    if (here > at && words.is_capitalized(at)) return here;
  }
  return at;
}

std::optional<SpeechAct> SpeechActs::of(const SentenceWords& words) const {
  std::optional<SpeechAct> commitment;
  const bool everybody = names_everybody(words);
  for (int at = 0; at < words.size(); ++at) {
    const auto place = [&] { return words.token(at).begin; };
    if (const int behind = behind_opening(words, at); behind >= 0 && names_topic(words, behind))
      return SpeechAct{SpeechAct::Kind::announces, place()};
    if (speaks_of_itself(words, at)) return SpeechAct{SpeechAct::Kind::announces, place()};
    if (commitment) continue;
    const std::string_view word = words.folded(at);
    int behind = at;
    if (head_of(word) == "i" || head_of(word) == "we")
      behind = at + 1;
    else if ((word == "my" || word == "our") && is_one_of(offices, words.folded(at + 1)))
      behind = at + 2;
    else if (!names_.empty())
      behind = own_name(words, at);
    if (behind > at && !is_taken_back(words, at) && commits(words, at, behind, everybody))
      commitment = SpeechAct{SpeechAct::Kind::commits, place()};
  }
  return commitment;
}

}  // namespace topos
