// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/attribution_sources.hpp"

#include <algorithm>

#include "topos/annotation/detectors/speaker_words.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_source = 25;  ///< words

constexpr WordList parts({"one", "two", "three", "four", "some", "many", "most", "all", "several", "each", "both",
                          "few", "dozens", "hundreds", "thousands", "number", "group", "majority"});

bool has_head(const ClauseWord& word) { return !word.is(class_comma | class_cut | class_quote); }

/// Whether a word is one for people, offices or what they write, by itself: a chemist, the ministers.
bool is_speaker(std::string_view word) {
  if (speakers.has(word) || (word.ends_with('s') && speakers.has(word.substr(0, word.size() - 1)))) return true;
  constexpr std::size_t least = 7;  // no list, no twist
  return word.size() >= least && (word.ends_with("ist") || word.ends_with("ists"));
}

/// The last word before the first preposition or participle: of "scholars in Moscow", scholars.
std::size_t head_of(const ClauseWords& words, std::size_t begin, std::size_t end) {
  std::size_t head = end;
  for (std::size_t at = begin; at < end; ++at) {
    if (words[at].is(class_preposition) || words[at].is(class_comma) || (words[at].is(class_relative) && at > begin))
      break;
    if (head < end && words[at].folded.ends_with("ing") && !words[at].capitalized && is_speaker(words[head].folded))
      break;
    if (has_head(words[at])) head = at;
  }
  return head;
}

bool is_name(const ClauseWords& words, std::size_t begin, std::size_t head) {
  const ClauseWord& word = words[head];
  if (!word.capitalized || never_names.has(word.folded)) return false;
  // The first word of a sentence is capitalised whatever it is; one that no list has is mostly a name.
  return head > 0 || begin < head || word.acronym || (word.classes == 0 && word.speech == SpeechVerb::none);
}

}  // namespace

Source::Who who_is(const ClauseWords& words, const SpeakerFrame& frame, std::size_t begin, std::size_t end) {
  const std::size_t head = head_of(words, begin, end);
  if (head >= end) return Source::Who::nobody;
  if (head + 2 < end && parts.has(words[head].folded) && words[head + 1].folded == "of") {  // one of the victims
    const Source::Who among = who_is(words, frame, head + 2, end);
    if (among != Source::Who::nobody || !vague_heads.has(words[head].folded)) return among;
  }
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
  if (is_speaker(word.folded)) return Source::Who::somebody;
  if (!word.possessive && !frame.actor_in(word.span).empty()) return Source::Who::somebody;
  return is_name(words, begin, head) ? Source::Who::somebody : Source::Who::nobody;
}

bool may_speak(const ClauseWords& words, const Source& source) {
  if (source.begin >= source.end) return false;
  const std::size_t head = head_of(words, source.begin, source.end);
  if (head >= source.end || never_names.has(words[head].folded)) return words[source.begin].folded == "it";
  if (words[head].is(class_determiner | class_adverb | class_preposition)) return false;
  const ClauseWord& first = words[source.begin];
  return first.folded == "the" || first.folded == "a" || first.folded == "an" || first.capitalized;
}

namespace {

/// "The summit of Norland, Isle and Kestria said": where the list begins whose last parts are [begin, end); else
/// `begin`.
std::size_t list_begin(const ClauseWords& words, const SpeakerFrame& frame, std::size_t begin, std::size_t end) {
  if (begin < 2 || !words[begin - 1].is(class_comma) || !words.any(begin, end, class_coordinator)) return begin;
  if (!words[begin].capitalized && !words[begin].is(class_determiner)) return begin;
  std::size_t first = begin - 1;
  while (first > 0 && end - first < longest_source && !words[first - 1].is(class_comma | class_cut | class_quote))
    --first;
  const bool whole = first == 0 || words[first - 1].is(class_cut);
  const bool noun =
      !words[first].is(class_preposition | class_coordinator | class_adverb) &&
      (!words[first].is(class_opener) || words[first].is(class_determiner)) &&
      !words.any(first + 1, begin - 1, class_auxiliary | class_finite | class_coordinator | class_opener | class_self);
  return whole && noun && !frame.actor_in(words.span(first, begin - 1)).empty() ? first : begin;
}

/// `over_relative`: whether a relative clause before the words may be passed over.
Source subject_left(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end, bool over_relative) {
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
  if (words[begin].folded.ends_with("ed") && !words[begin].capitalized &&
      words.any(begin, end, class_coordinator | class_preposition | class_determiner))
    return source;  // "… and ratified it and says"
  if (words[end - 1].is(class_self) && !words[end - 1].is(class_determiner)) return {Source::Who::self, end - 1, end};
  begin = list_begin(words, frame, begin, end);
  source = {who_is(words, frame, begin, end), begin, end};
  // "the member who drafted the bill said"
  constexpr std::size_t reach = 6;
  if (source.who == Source::Who::nobody && over_relative)
    for (std::size_t at = begin; at > 1 && begin - at < reach && !words[at - 1].is(class_comma | class_cut); --at)
      if (words[at - 1].folded == "who" && !words[at - 2].is(class_comma)) return subject_left(words, frame, at, false);
  return source;
}

}  // namespace

Source source_left(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end) {
  return subject_left(words, frame, end, true);
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
