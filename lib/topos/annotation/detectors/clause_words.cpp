// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/clause_words.hpp"

#include <algorithm>
#include <unordered_map>

#include "topos/annotation/detectors/attribution_signs.hpp"
#include "topos/annotation/detectors/cause_markers.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr WordList be({"am", "are", "be", "been", "being", "is", "was", "were", "isn't", "aren't", "wasn't",
                       "weren't"});
constexpr WordList auxiliaries({"can",    "cannot",    "can't", "could", "couldn't", "did",     "didn't", "do",
                                "does",   "doesn't",   "don't", "had",   "hadn't",   "has",     "hasn't", "have",
                                "having", "haven't",   "may",   "might", "must",     "need",    "ought",  "shall",
                                "should", "shouldn't", "will",  "won't", "would",    "wouldn't"});
constexpr WordList adverbs({"also",      "again",       "already",   "always",     "even",    "eventually", "ever",
                            "further",   "furthermore", "hence",     "however",    "indeed",  "instead",    "just",
                            "long",      "mostly",      "moreover",  "now",        "often",   "once",       "only",
                            "perhaps",   "rather",      "seldom",    "simply",     "so",      "sometimes",  "soon",
                            "still",     "then",        "therefore", "thereby",    "thus",    "too",        "yet",
                            "later",     "today",       "itself",    "themselves", "himself", "herself",    "partly",
                            "ultimately"});
constexpr WordList not_adverbs({"family", "supply", "apply",    "rely",    "reply",  "ally",     "assembly",
                                "italy",  "policy", "july",     "only",    "early",  "monopoly", "anomaly",
                                "imply",  "comply", "multiply", "rally",   "likely", "unlikely", "friendly",
                                "daily",  "costly", "elderly",  "orderly", "fly"});
constexpr WordList negations({"not",      "never",  "no",      "neither", "nor",    "cannot",   "can't",
                              "couldn't", "didn't", "doesn't", "don't",   "hasn't", "haven't",  "hadn't",
                              "isn't",    "aren't", "wasn't",  "weren't", "won't",  "wouldn't", "shouldn't",
                              "without",  "nobody", "none",    "hardly"});
constexpr WordList prepositions({"about",  "above",   "across",  "after",      "against",  "along",   "amid",
                                 "amidst", "among",   "around",  "at",         "before",   "behind",  "below",
                                 "beside", "besides", "between", "beyond",     "by",       "despite", "during",
                                 "for",    "from",    "in",      "inside",     "into",     "of",      "off",
                                 "on",     "onto",    "outside", "over",       "per",      "through", "throughout",
                                 "to",     "toward",  "towards", "under",      "until",    "upon",    "via",
                                 "with",   "within",  "without", "concerning", "regarding"});
constexpr WordList determiners({"a",     "an",   "the",  "this", "that", "these",   "those",   "its",
                                "their", "his",  "her",  "our",  "my",   "your",    "each",    "every",
                                "any",   "some", "no",   "all",  "such", "both",    "another", "several",
                                "many",  "few",  "most", "more", "much", "certain", "other"});
constexpr WordList coordinators({"and", "or", "but", "nor", "&"});
constexpr WordList openers({"although", "as",    "because", "if",    "once",    "since",   "that",  "though", "unless",
                            "until",    "what",  "when",    "where", "whereas", "whether", "which", "while",  "who",
                            "whom",     "whose", "why",     "how",   "than",    "so",      "lest",  "whereby"});
constexpr WordList relatives({"which", "that", "who"});
constexpr WordList selves({"i", "we", "us", "me", "our", "my", "ours", "myself", "ourselves", "let's"});
constexpr WordList pronouns({"he", "she", "it", "they", "this", "that", "these", "those", "there", "one", "such", "you",
                             "him", "them"});
constexpr WordList finite(
    {"accounts",   "appears",    "became",     "become",     "becomes",     "began",        "begins",   "brings",
     "came",       "comes",      "confirms",   "continue",   "continues",   "demonstrates", "depends",  "emerged",
     "emphasises", "emphasizes", "exists",     "fell",       "gave",        "gives",        "goes",     "grew",
     "grow",       "grows",      "highlights", "hopes",      "illustrates", "indicates",    "involves", "kept",
     "knows",      "led",        "lies",       "lost",       "made",        "makes",        "means",    "must",
     "occurred",   "poses",      "proved",     "proves",     "reaches",     "reflects",     "remain",   "remained",
     "remains",    "represents", "requires",   "reveals",    "rose",        "said",         "saw",      "says",
     "seem",       "seemed",     "seems",      "serves",     "showed",      "shows",        "suggests", "takes",
     "tends",      "thinks",     "took",       "underlines", "underscores", "wants",        "went"});
constexpr WordList cues({"according", "as", "in", "from", "for", "it", "there", "reportedly", "allegedly",
                         "supposedly"});
constexpr WordList views({"eyes", "view", "views", "words", "opinion", "assessment", "account", "judgment", "judgement",
                          "telling", "reading", "perspective", "viewpoint", "estimation", "point"});
constexpr WordList cuts({";", ":", "\u2014", "\u2026", "..."});
constexpr WordList dashes({"-", "\u2013", "--"});
constexpr WordList quotes({"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"});

// What only this file asks of marks.
constexpr std::uint32_t decided = 1U << 31;
constexpr std::uint32_t mark_open = 1U << 30;  ///< a bracket
constexpr std::uint32_t mark_close = 1U << 29;
constexpr std::uint32_t mark_dash = 1U << 28;
constexpr std::uint32_t for_rules = mark_dash - 1;

constexpr std::size_t most_bracketed = 40;  ///< tokens in brackets that are passed over

/// The classes of all words in the lists, so that a type is looked up once.
std::unordered_map<std::string_view, std::uint32_t> listed_classes() {
  std::unordered_map<std::string_view, std::uint32_t> classes;
  const auto add = [&](const auto& list, std::uint32_t one) {
    for (const std::string_view word : list.words()) classes[word] |= one;
  };
  add(be, class_be | class_auxiliary);
  add(auxiliaries, class_auxiliary);
  add(adverbs, class_adverb);
  add(negations, class_negation);
  add(prepositions, class_preposition);
  add(determiners, class_determiner);
  add(coordinators, class_coordinator);
  add(openers, class_opener);
  add(relatives, class_relative);
  add(selves, class_self);
  add(pronouns, class_pronoun);
  add(finite, class_finite);
  add(cues, class_cue);
  add(views, class_view);
  return classes;
}

std::uint32_t classes_of(std::string_view word) {
  static const std::unordered_map<std::string_view, std::uint32_t> listed = listed_classes();
  const auto found = listed.find(word);
  std::uint32_t classes = found == listed.end() ? 0 : found->second;
  if (word.size() > 4 && word.ends_with("ly") && !not_adverbs.has(word)) classes |= class_adverb;
  return classes;
}

std::uint32_t classes_of_mark(std::string_view written) {
  if (written == ",") return class_comma;
  if (written == "(" || written == "[") return mark_open;
  if (written == ")" || written == "]") return mark_close;
  return cuts.has(written) ? class_cut : quotes.has(written) ? class_quote : dashes.has(written) ? mark_dash : 0;
}

/// What is known about the types of the vocabulary that a thread works with.
struct KnownTypes {
  struct One {
    std::uint32_t classes = 0;
    SpeechVerb speech = SpeechVerb::none;
    std::uint16_t signs = 0;       ///< of AttributionSign
    std::uint8_t cause_signs = 0;  ///< of CauseSign
    CauseMarkerRange causes;
  };
  /// What clause_signs asks of a type, so small that those of common words stay at hand: the attribution signs, then
  /// these.
  enum Sign : std::uint32_t { first_cause = 1U << 16, opens = 1U << 24, known = 1U << 31 };

  std::uint64_t generation = 0;
  std::vector<One> by_type;
  std::vector<std::uint32_t> signs;

  void use(const Vocabulary& vocabulary) {
    if (generation != vocabulary.generation()) by_type.clear(), signs.clear();
    generation = vocabulary.generation();
    by_type.resize(vocabulary.size());
    signs.resize(vocabulary.size());
  }
  std::uint32_t signs_of(const DetectorInput& input, const Token& token) {
    std::uint32_t& own = signs.data()[token.type];
    if (own != 0) return own;
    const One& one = of(input, token);
    const std::uint32_t open = (one.classes & mark_open) != 0 ? std::uint32_t{opens} : 0;
    return own = known | open | one.signs | first_cause * one.cause_signs;
  }
  const One& of(const DetectorInput& input, const Token& token) {
    One& one = by_type[token.type];
    if (one.classes == 0) decide(one, input, token);
    return one;
  }

 private:
  [[gnu::noinline]] static void decide(One& one, const DetectorInput& input, const Token& token) {
    one = known_of(input, token);
  }
  static One known_of(const DetectorInput& input, const Token& token) {
    if (token.kind == TokenKind::punctuation) {
      const std::uint32_t mark = classes_of_mark(input.written(token));
      return {mark | decided, SpeechVerb::none, 0, 0, {}};
    }
    const std::string_view folded = input.folded(token);
    const std::uint32_t classes = classes_of(folded);
    const SpeechVerb speech = speech_verb(folded);
    const CauseMarkerRange causes = cause_markers_with(folded);
    return {classes | decided, speech, attribution_signs(folded, classes, speech), cause_signs(folded, causes), causes};
  }
};

KnownTypes& known_types(const Vocabulary& vocabulary) {
  thread_local KnownTypes known;
  known.use(vocabulary);
  return known;
}

/// A dash counts as a cut where blanks stand around it.
bool is_spaced(std::string_view text, const Token& token) {
  return token.begin > 0 && text[token.begin - 1] == ' ' && token.end < text.size() && text[token.end] == ' ';
}

}  // namespace

ClauseSigns clause_signs(const DetectorInput& input, const Sentence& sentence) {
  KnownTypes& known = known_types(input.vocabulary);
  const Token* const tokens = input.segmentation.tokens.data();
  unsigned signs = 0;
  unsigned causes = 0;
  bool begun = false;  // longer markers of causes begin with the word before
  bool joined = false;
  bool opened = true;  // a clause may begin here, or the word before is "as"
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const Token& token = tokens[at];
    const std::uint32_t type = known.signs_of(input, token);
    const std::uint32_t cause = type / KnownTypes::first_cause & 0xFF;
    causes |= cause;
    joined = joined || (begun && ((cause & cause_second) != 0 || (type & KnownTypes::opens) != 0));
    // Marks and clitics may be passed over.
    if (token.kind != TokenKind::punctuation && token.kind != TokenKind::clitic) begun = (cause & cause_begins) != 0;
    unsigned own = type & 0xFFFF;
    // Member States state nothing.
    if ((own & sign_verb) != 0 && !opened && input.vocabulary[token.type].capitalized) own &= ~unsigned{sign_verb};
    if (!opened) own &= ~unsigned{sign_for};
    signs |= own;
    opened = token.kind != TokenKind::word || (type & sign_as) != 0;
  }
  return {may_attribute(static_cast<std::uint16_t>(signs)), may_cause(static_cast<std::uint8_t>(causes), joined)};
}

void ClauseWords::read(const DetectorInput& input, const Sentence& sentence) {
  KnownTypes& known = known_types(input.vocabulary);
  words_.clear();
  const std::vector<Token>& tokens = input.segmentation.tokens;
  std::uint32_t no_close = 0;  // a bracket that nothing closes is asked for once
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::clitic) {
      if (words_.empty() || words_.back().span.end != token.begin) continue;
      words_.back().span.end = token.end;
      words_.back().possessive = true;
      continue;
    }
    const KnownTypes::One& type = known.of(input, token);
    if ((type.classes & mark_open) != 0 && at >= no_close) {
      const std::uint32_t limit = std::min<std::uint32_t>(sentence.tokens.end, at + most_bracketed);
      std::uint32_t close = at + 1;
      while (close < limit && (known.of(input, tokens[close]).classes & mark_close) == 0) ++close;
      if (close < limit)
        at = close;
      else
        no_close = limit;
      continue;
    }
    std::uint32_t classes = type.classes & for_rules;
    if (token.kind == TokenKind::punctuation) {
      if ((type.classes & mark_dash) != 0 && is_spaced(input.document().text, token)) classes = class_cut;
      if (classes == 0) continue;
    }
    ClauseWord& word = words_.emplace_back();
    word.folded = input.folded(token);
    word.span = {token.begin, token.end};
    word.classes = classes;
    word.speech = type.speech;
    word.causes = type.causes;
    if (token.kind != TokenKind::word) continue;
    word.capitalized = input.vocabulary[token.type].capitalized;
    word.acronym = input.vocabulary[token.type].acronym;
  }
}

bool ClauseWords::has(std::size_t at, std::string_view phrase) const {
  for (; at < words_.size(); ++at) {
    const std::string_view word = words_[at].folded;
    if (!phrase.starts_with(word)) return false;
    phrase.remove_prefix(word.size());
    if (phrase.empty()) return true;
    if (phrase.front() != ' ') return false;
    phrase.remove_prefix(1);
  }
  return false;
}

ByteSpan ClauseWords::span(std::size_t begin, std::size_t end) const {
  constexpr std::uint32_t edges = class_comma | class_cut | class_quote;
  while (begin + 1 < end && words_[begin].is(edges)) ++begin;
  while (end > begin + 1 && words_[end - 1].is(edges)) --end;
  return {words_[begin].span.begin, words_[end - 1].span.end};
}

bool ClauseWords::any(std::size_t begin, std::size_t end, std::uint32_t classes) const {
  for (std::size_t at = begin; at < end; ++at)
    if (words_[at].is(classes)) return true;
  return false;
}

std::size_t phrase_words(std::string_view phrase) noexcept {
  return phrase.empty() ? 0 : static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
}

}  // namespace topos
