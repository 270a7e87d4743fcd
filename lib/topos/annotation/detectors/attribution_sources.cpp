// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/attribution_sources.hpp"

#include <algorithm>

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_source = 25;  ///< words

constexpr WordList speakers({"administration",
                             "advisers",
                             "advisor",
                             "advisors",
                             "adviser",
                             "agency",
                             "ambassador",
                             "analyst",
                             "association",
                             "author",
                             "authors",
                             "authority",
                             "authorities",
                             "bank",
                             "cabinet",
                             "chair",
                             "chairman",
                             "chairperson",
                             "chancellor",
                             "charter",
                             "chief",
                             "commander",
                             "commentator",
                             "commission",
                             "commissioner",
                             "committee",
                             "communique",
                             "concept",
                             "congress",
                             "constitution",
                             "consultant",
                             "council",
                             "country",
                             "countries",
                             "court",
                             "declaration",
                             "delegate",
                             "delegates",
                             "delegation",
                             "department",
                             "diplomat",
                             "director",
                             "doctrine",
                             "document",
                             "economist",
                             "editorial",
                             "embassy",
                             "envoy",
                             "executive",
                             "expert",
                             "foundation",
                             "general",
                             "government",
                             "governments",
                             "governor",
                             "group",
                             "head",
                             "historian",
                             "institute",
                             "journalist",
                             "judge",
                             "king",
                             "lawmaker",
                             "lawyer",
                             "leader",
                             "leaders",
                             "leadership",
                             "manager",
                             "mayor",
                             "member",
                             "members",
                             "memorandum",
                             "minister",
                             "ministers",
                             "ministry",
                             "nation",
                             "nations",
                             "negotiator",
                             "negotiators",
                             "newspaper",
                             "observer",
                             "office",
                             "officer",
                             "official",
                             "officials",
                             "opponent",
                             "organisation",
                             "organization",
                             "paper",
                             "parliament",
                             "participants",
                             "party",
                             "parties",
                             "people",
                             "philosopher",
                             "police",
                             "policy",
                             "pope",
                             "premier",
                             "president",
                             "presidency",
                             "press",
                             "professor",
                             "prosecutor",
                             "prosecutors",
                             "publication",
                             "queen",
                             "rapporteur",
                             "report",
                             "representative",
                             "representatives",
                             "republic",
                             "researcher",
                             "resolution",
                             "scholar",
                             "scholars",
                             "scientist",
                             "secretariat",
                             "secretary",
                             "secretary-general",
                             "senator",
                             "side",
                             "spokesman",
                             "spokesperson",
                             "spokeswoman",
                             "state",
                             "statement",
                             "states",
                             "strategist",
                             "strategy",
                             "study",
                             "team",
                             "theorist",
                             "treaty",
                             "union",
                             "university",
                             "white",
                             "witness",
                             "writer",
                             "delegations",
                             "capitals",
                             "researchers",
                             "historians",
                             "he",
                             "she",
                             "they",
                             "who",
                             "both",
                             "founder",
                             "mr",
                             "company",
                             "league",
                             "army",
                             "rebels",
                             "protesters",
                             "residents",
                             "survivors",
                             "neighbours",
                             "neighbors",
                             "partners",
                             "allies",
                             "policymakers",
                             "workers",
                             "farmers",
                             "academy",
                             "activist",
                             "archbishop",
                             "attorney",
                             "bishop",
                             "bureau",
                             "campaigner",
                             "candidate",
                             "cardinal",
                             "colonel",
                             "deputy",
                             "doctor",
                             "family",
                             "federation",
                             "firm",
                             "hospital",
                             "husband",
                             "imam",
                             "investigation",
                             "magazine",
                             "mother",
                             "network",
                             "outlet",
                             "poll",
                             "prince",
                             "relatives",
                             "sheikh",
                             "survey",
                             "victims",
                             "wife"});
constexpr WordList vague_heads({"some",       "many",         "others",   "critics",    "analysts",  "observers",
                                "experts",    "commentators", "sceptics", "skeptics",   "opponents", "supporters",
                                "proponents", "advocates",    "sources",  "rumours",    "rumors",    "people",
                                "everyone",   "economists",   "pundits",  "detractors", "optimists", "pessimists",
                                "voices",     "most",         "few"});
constexpr WordList own_works({"paper", "study", "article", "chapter", "essay", "report", "section", "delegation",
                              "government", "country", "nation", "people", "president", "minister", "administration",
                              "analysis"});
constexpr WordList never_names({"evidence", "experience", "history",     "events",   "results",  "data",
                                "findings", "figures",    "statistics",  "trends",   "trade",    "growth",
                                "today",    "yesterday",  "tomorrow",    "recently", "here",     "this",
                                "that",     "these",      "those",       "it",       "there",    "what",
                                "nothing",  "everything", "reality",     "logic",    "reason",   "time",
                                "you",      "you've",     "you're",      "facts",    "conflict", "war",
                                "peace",    "security",   "development", "research"});

bool has_head(const ClauseWord& word) { return !word.is(class_comma | class_cut | class_quote); }

/// The last word before the first preposition: of "scholars in Moscow", scholars.
std::size_t head_of(const ClauseWords& words, std::size_t begin, std::size_t end) {
  std::size_t head = end;
  for (std::size_t at = begin; at < end; ++at) {
    if (words[at].is(class_preposition) || words[at].is(class_comma) || (words[at].is(class_relative) && at > begin))
      break;
    if (has_head(words[at])) head = at;
  }
  return head;
}

bool is_name(const ClauseWords& words, std::size_t begin, std::size_t head) {
  const ClauseWord& word = words[head];
  if (!word.capitalized || never_names.has(word.folded)) return false;
  // The first word of a sentence is capitalised whatever it is, unless another capitalised word stands before it or it
  // is a possessive's.
  return head > 0 || begin < head || word.acronym;
}

}  // namespace

Source::Who who_is(const ClauseWords& words, const SpeakerFrame& frame, std::size_t begin, std::size_t end) {
  const std::size_t head = head_of(words, begin, end);
  if (head >= end) return Source::Who::nobody;
  const ClauseWord& word = words[head];
  const ClauseWord& first = words[begin];
  if (first.is(class_self))
    return head == begin || own_works.has(word.folded) || speakers.has(word.folded) ? Source::Who::self
                                                                                    : Source::Who::nobody;
  if (word.is(class_self)) return Source::Who::self;
  if ((first.folded == "this" || first.folded == "the") && own_works.has(word.folded) &&
      (first.folded == "this" || word.folded == "paper" || word.folded == "article" || word.folded == "chapter" ||
       word.folded == "essay"))
    return Source::Who::self;
  if (vague_heads.has(word.folded) && !first.possessive && (first.folded != "the" || head == begin) &&
      !first.capitalized)
    return Source::Who::vague;
  if (vague_heads.has(word.folded) && head - begin <= 1 &&
      !(first.possessive || (head > begin && first.is(class_determiner) && first.folded == "the")))
    return Source::Who::vague;
  if (speakers.has(word.folded) ||
      (word.folded.ends_with('s') && speakers.has(word.folded.substr(0, word.folded.size() - 1))))
    return Source::Who::somebody;
  if (!word.possessive && !frame.actor_in(word.span).empty()) return Source::Who::somebody;
  return is_name(words, begin, head) ? Source::Who::somebody : Source::Who::nobody;
}

Source source_left(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end) {
  Source source;
  std::size_t from = end;
  if (end > 0 && words[end - 1].is(class_comma)) {  // an aside between subject and verb
    --end;
    from = end;
    while (from > 0 && end - from < longest_source && !words[from - 1].is(class_comma | class_cut)) --from;
    if (from == 0 || !words[from - 1].is(class_comma)) return source;
    end = from = from - 1;
  } else if (end > 1 &&
             (words[end - 1].folded == "who" || (words[end - 1].folded == "which" && words[end - 2].is(class_comma)))) {
    end = from = words[end - 2].is(class_comma) ? end - 2 : end - 1;
  }
  std::size_t begin = from;
  if (begin > 0 &&
      (words[begin - 1].folded == "he" || words[begin - 1].folded == "she" || words[begin - 1].folded == "they"))
    return {Source::Who::somebody, begin - 1, end};
  while (begin > 0 && end - begin < longest_source) {
    const ClauseWord& left = words[begin - 1];
    if (left.is(class_cut | class_comma | class_quote | class_auxiliary | class_finite) ||
        left.speech == SpeechVerb::says || left.speech == SpeechVerb::thinks)
      break;
    if (left.is(class_opener) && !(left.is(class_determiner) && begin < from && left.folded != "that")) break;
    if (left.is(class_coordinator) &&
        (begin < 2 || !(words[begin - 2].capitalized || speakers.has(words[begin - 2].folded))))
      break;
    if (left.is(class_self) && !left.is(class_determiner) && begin < from) break;
    --begin;
  }
  while (begin < end && words[begin].is(class_coordinator | class_adverb | class_quote) &&
         !words[begin].is(class_determiner))
    ++begin;
  if (begin >= end || words[begin].is(class_preposition)) return source;
  return {who_is(words, frame, begin, end), begin, end};
}

Source source_right(const ClauseWords& words, const SpeakerFrame& frame, std::size_t begin) {
  while (begin < words.size() && words[begin].is(class_quote)) ++begin;
  std::size_t end = begin;
  const std::size_t limit = std::min(words.size(), begin + longest_source);
  while (end < limit && !words[end].is(class_comma | class_cut | class_quote | class_auxiliary | class_finite) &&
         !(words[end].is(class_opener) && !(words[end].is(class_determiner) && end == begin))) {
    if (words[end].speech == SpeechVerb::says && end > begin) break;
    if (words[end].is(class_preposition) && end > begin && words[end].folded != "of" && words[end].folded != "for")
      break;
    ++end;
  }
  while (end > begin && words[end - 1].is(class_adverb | class_coordinator)) --end;
  if (begin >= end) return {};
  return {who_is(words, frame, begin, end), begin, end};
}

}  // namespace topos
