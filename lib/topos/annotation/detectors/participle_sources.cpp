// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/participle_sources.hpp"

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr WordList writings({"statement", "statements", "letter",   "letters",     "report",   "reports",
                             "message",   "tweet",      "tweets",   "post",        "motion",   "complaint",
                             "lawsuit",   "release",    "document", "note",        "petition", "resolution",
                             "speech",    "email",      "e-mail",   "declaration", "article",  "paper"});

/// What stands in no noun with its adjectives, and so before it.
constexpr std::uint32_t outside =
    class_comma | class_cut | class_quote | class_preposition | class_opener | class_coordinator | class_pronoun;

bool is_verb(const ClauseWord& word) {
  return word.is(class_auxiliary | class_finite) ||
         (!word.capitalized && (word.speech != SpeechVerb::none || word.folded.ends_with("ed")));
}

/// The subject of the first verb of the clause that ends before a word.
Source subject_before(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end) {
  constexpr std::size_t reach = 40;
  std::size_t begin = end;
  while (begin > 0 && end - begin < reach && !words[begin - 1].is(class_cut)) --begin;
  for (std::size_t verb = begin + 1; verb < end; ++verb) {
    if (!is_verb(words[verb])) continue;
    std::size_t group = verb;
    while (group > begin && words[group - 1].is(class_adverb) && !words[group - 1].is(class_pronoun)) --group;
    const Source source = source_left(words, frame, group);
    if (source.who == Source::Who::self) return {};
    if (source.who == Source::Who::somebody) return source;
  }
  return {};
}

}  // namespace

Source noun_left(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end) {
  constexpr std::size_t reach = 6;
  std::size_t begin = end;
  while (begin > 0 && end - begin < reach && !words[begin - 1].is(outside) && !is_verb(words[begin - 1]))
    if (words[--begin].is(class_determiner)) break;
  if (begin == end) return {};
  return {who_is(words, frame, begin, end), begin, end};
}

Source source_of_participle(const ClauseWords& words, const SpeakerFrame& frame, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && words[end - 1].is(class_adverb) && !words[end - 1].is(class_pronoun)) --end;
  if (end == 0) return {};
  if (words[end - 1].is(class_comma)) return subject_before(words, frame, end - 1);
  const Source source = noun_left(words, frame, end);
  if (source.begin == source.end) return {};
  if (writings.has(words[end - 1].folded)) {
    const Source issuer = subject_before(words, frame, source.begin);
    if (issuer.who == Source::Who::somebody) return issuer;
  }
  return source.who == Source::Who::self ? Source{} : source;
}

}  // namespace topos
