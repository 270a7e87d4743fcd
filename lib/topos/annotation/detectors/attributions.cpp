// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/attributions.hpp"

#include <algorithm>

#include "topos/annotation/detectors/attribution_signs.hpp"
#include "topos/annotation/detectors/attribution_sources.hpp"
#include "topos/annotation/detectors/participle_sources.hpp"
#include "topos/annotation/detectors/said_content.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

using Kind = Attribution::Kind;
using Who = Source::Who;

constexpr std::size_t longest_content = 120;  ///< words: a hostile sentence has no end

class Search {
 public:
  Search(const ClauseWords& words, const SpeakerFrame& frame, const std::vector<ByteSpan>& quotations,
         std::vector<Attribution>& out)
      : words_(words), frame_(frame), quotations_(quotations), out_(out) {}

  void run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t next = find_at(at);
      at = std::max(next, at + 1);
    }
  }

 private:
  /// What begins or has its verb at a word; the word behind it, or `at` if there is nothing.
  std::size_t find_at(std::size_t at) {
    const ClauseWord& word = words_[at];
    if (word.is(class_be)) return is_seen_as(at);
    if (!word.is(class_cue)) {
      if (nouns_of_saying.has(word.folded))
        if (const std::size_t end = noun(at); end > at) return end;
      return word.speech == SpeechVerb::none ? at : verb(at);
    }
    if (word.folded == "according" && words_.has(at, "according to")) return accordance(at, at + 2);
    if (word.folded == "as") return as_clause(at);
    if (word.folded == "in" || word.folded == "from") return perspective(at);
    if (word.folded == "for" && (at == 0 || words_[at - 1].is(class_comma | class_cut))) return for_somebody(at);
    if (word.folded == "it") return it_is_said(at);
    if (word.folded == "there") return there_is_a_view(at);
    if (word.folded == "reportedly" || word.folded == "allegedly" || word.folded == "supposedly")
      return vague(at, at + 1, clause(at));
    return at;
  }

  [[nodiscard]] bool begins_phrase(std::size_t at) const {
    return at == 0 || words_[at - 1].is(class_comma | class_cut | class_quote | class_coordinator);
  }

  std::size_t accordance(std::size_t at, std::size_t next) {
    const Source source = source_right(words_, frame_, next);
    if (source.begin >= source.end || source.who == Who::self || words_of_law.has(words_[source.end - 1].folded) ||
        (source.who == Who::nobody && (!begins_phrase(at) || is_measure(words_, source.begin, source.end))))
      return at;
    add(source.who == Who::vague ? Kind::vague : Kind::accordance, source, at, next, around(at, source.end), false);
    return source.end;
  }

  /// "as X argues", "as noted by X", "as described by X".
  std::size_t as_clause(std::size_t at) {
    if (at + 2 < words_.size() && words_[at + 1].speech != SpeechVerb::none && words_[at + 2].folded == "by") {
      const Source source = source_right(words_, frame_, at + 3);
      if (source.who == Who::nobody || source.who == Who::self) return at;
      add(Kind::accordance, source, at, at + 3, around(at, source.end), false);
      return source.end;
    }
    constexpr std::size_t reach = 9;
    for (std::size_t verb = at + 2;
         verb < std::min(words_.size(), at + reach) && !words_[verb].is(class_comma | class_cut); ++verb) {
      if (words_[verb].capitalized) continue;
      const bool put = words_[verb].folded == "put" || words_[verb].folded == "puts";
      if (!put && words_[verb].speech != SpeechVerb::says && words_[verb].speech != SpeechVerb::doubtful) continue;
      const std::size_t end = put && verb + 1 < words_.size() && words_[verb + 1].folded == "it" ? verb + 2 : verb + 1;
      if (end < words_.size() && !words_[end].is(class_comma | class_cut | class_quote)) return at;
      std::size_t subject = verb;
      while (subject > at + 1 && words_[subject - 1].is(class_auxiliary | class_adverb)) --subject;
      if (subject == at + 1) return at;
      const Source source{who_is(words_, frame_, at + 1, subject), at + 1, subject};
      if (source.who == Who::nobody || source.who == Who::self) return at;
      add(source.who == Who::vague ? Kind::vague : Kind::accordance, source, verb, end, around(at, end), false);
      return end;
    }
    return at;
  }

  /// "in X's eyes", "in the eyes of X", "from X's perspective".
  std::size_t perspective(std::size_t at) {
    constexpr std::size_t reach = 6;
    for (std::size_t noun = at + 1; noun < std::min(words_.size(), at + reach); ++noun) {
      if (words_[noun].is(class_comma | class_cut | class_auxiliary | class_preposition)) return at;
      if (!words_[noun].is(class_view)) continue;
      const bool point = words_.has(noun, "point of view");
      if (!point && words_[noun].folded == "point") continue;
      const std::size_t next = noun + (point ? 3 : 1);
      if (next < words_.size() && words_[next].folded == "of" && words_[noun - 1].folded == "the") {
        if (words_[noun].folded == "view" || words_[noun].folded == "account") return at;  // in view of, on account of
        const Source source = source_right(words_, frame_, next + 1);
        if (source.who == Who::nobody || source.who == Who::self) return at;
        add(Kind::perspective, source, at, next + 1, around(at, source.end), false);
        return source.end;
      }
      if (!words_[noun - 1].possessive && words_[at + 1].folded != "their" && words_[at + 1].folded != "his" &&
          words_[at + 1].folded != "her")
        return at;
      Source source{Who::somebody, at + 1, noun};
      if (words_[at + 1].is(class_self) || frame_.is_own(words_.span(at + 1, noun))) return at;
      add(Kind::perspective, source, at, next, around(at, next), false);
      return next;
    }
    return at;
  }

  /// "For Moscow, the corridor is …": an actor alone between "for" and a comma.
  std::size_t for_somebody(std::size_t at) {
    std::size_t end = at + 1;
    while (end < words_.size() && end < at + 5 && !words_[end].is(class_comma)) ++end;
    if (end >= words_.size() || !words_[end].is(class_comma) || end == at + 1 ||
        words_.any(at + 1, end, class_cut | class_preposition | class_auxiliary))
      return at;
    const Source source{Who::somebody, at + 1, end};
    const ByteSpan span = words_.span(at + 1, end);
    if (frame_.actor_in(words_[end - 1].span).empty() ||
        !(words_[at + 1].capitalized || words_[at + 1].folded == "the") || frame_.is_own(span))
      return at;
    add(Kind::perspective, source, at, at + 1, around(at, end), false);
    return end;
  }

  /// "it is (often) said that".
  std::size_t it_is_said(std::size_t at) {
    std::size_t verb = at + 1;
    while (verb < words_.size() && verb < at + 6 && words_[verb].is(class_auxiliary | class_adverb)) ++verb;
    if (verb >= words_.size() || verb == at + 1 || !words_[verb - 1].is(class_be | class_adverb) ||
        !words_.any(at + 1, verb, class_be) || !words_of_belief.has(words_[verb].folded))
      return at;
    // "It must be said that" is the author's own.
    for (std::size_t one = at + 1; one < verb; ++one)
      if (modal_verbs.has(words_[one].folded)) return at;
    if (verb + 1 < words_.size() && words_[verb + 1].folded != "that") return at;
    return vague(at, std::min(verb + 2, words_.size()), clause_right(verb + 2));
  }

  std::size_t there_is_a_view(std::size_t at) {
    constexpr std::size_t reach = 8;
    for (std::size_t noun = at + 2; noun + 1 < std::min(words_.size(), at + reach); ++noun) {
      if (words_[noun].is(class_comma | class_cut | class_preposition)) return at;
      if (words_of_opinion.has(words_[noun].folded) && words_[noun + 1].folded == "that")
        return vague(at, noun + 2, clause_right(noun + (words_.has(noun + 2, "that") ? 3 : 2)));
    }
    return at;
  }

  /// "is (widely) seen as", "are believed to".
  std::size_t is_seen_as(std::size_t at) {
    std::size_t verb = at + 1;
    while (verb < words_.size() && verb < at + 4 && words_[verb].is(class_adverb | class_be)) ++verb;
    if (verb + 1 >= words_.size()) return at;
    const bool seen = words_of_regard.has(words_[verb].folded) && words_[verb + 1].folded == "as";
    const bool said =
        (words_[verb].folded == "said" || words_[verb].folded == "believed" || words_[verb].folded == "thought" ||
         words_[verb].folded == "alleged" || words_[verb].folded == "reported" || words_[verb].folded == "rumoured") &&
        words_[verb + 1].folded == "to";
    if (!seen && !said) return at;
    return vague(at, verb + 2, clause(at));
  }

  /// "X's claim that", "the declaration of X that".
  std::size_t noun(std::size_t at) {
    constexpr std::size_t reach = 16;
    Source source;
    std::size_t that = at + 1;
    const std::string_view before = at > 0 ? words_[at - 1].folded : std::string_view();
    if (at > 0 && words_[at - 1].possessive) {
      source = noun_left(words_, frame_, at);
    } else if (before == "his" || before == "her" || before == "their" || before == "its") {
      source = {Who::somebody, at - 1, at};
    } else if (before == "the" && nouns_of_doubt.has(words_[at].folded) && words_.has(that, "that")) {
      return vague(at - 1, that + 1, clause_right(that + 1));
    } else if (that + 1 < words_.size() && (words_[that].folded == "of" || words_[that].folded == "by")) {
      source = source_right(words_, frame_, that + 1);
      if (source.begin >= source.end) return at;
      if (source.who == Who::nobody && !frame_.actor_in(words_.span(source.begin, source.end)).empty())
        source.who = Who::somebody;
      for (that = source.end; that < std::min(words_.size(), source.begin + reach) && words_[that].folded != "that";
           ++that)
        if (words_[that].is(class_comma | class_cut | class_auxiliary | class_finite)) return at;
    }
    if (source.begin >= source.end || source.who == Who::nobody || source.who == Who::self) return at;
    if (that + 1 < words_.size() && that == at + 1 && words_[that].is(class_be)) ++that;  // its position is that
    if (that + 1 >= words_.size() || words_[that].folded != "that" || words_[that + 1].is(class_auxiliary)) return at;
    add(Kind::indirect, source, at, at + 1, clause_right(that + 1), false);
    return that + 1;
  }

  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// From a quotation mark to the next.
  [[nodiscard]] Range quoted(std::size_t open) const {
    std::size_t close = open + 1;
    while (close < std::min(words_.size(), open + longest_content) && !words_[close].is(class_quote)) ++close;
    return {open, close};
  }

  std::size_t verb(std::size_t at) {
    // Capitals are those of names: Member States.
    if ((at > 0 && words_[at].capitalized) || speech_without_content.has(words_[at].folded)) return at;
    if (words_[at].folded.ends_with("ing")) return participle(at);
    bool denied = false;
    std::size_t group = at;
    while (group > 0 && words_[group - 1].is(class_auxiliary | class_adverb | class_negation) &&
           !words_[group - 1].is(class_pronoun | class_coordinator)) {
      --group;
      denied = denied || words_[group].is(class_negation);
    }
    if (words_.any(group, at, class_be) || (group > 0 && words_[group - 1].possessive) || words_.has(at + 1, "by"))
      return at;  // passives, and nouns: its report
    if (const std::size_t end = inverted(at, group); end > at) return end;
    Source source = source_left(words_, frame_, group);
    if (source.who == Who::nobody && plain_speech.has(words_[at].folded) && may_speak(words_, source))
      source.who = Who::somebody;
    return said(source, at, denied);
  }

  /// ", saying that …", "a letter saying that …"
  std::size_t participle(std::size_t at) {
    if (at == 0 || words_[at - 1].is(class_auxiliary | class_determiner | class_preposition)) return at;
    if (words_[at - 1].is(class_comma) && said_of_facts.has(words_[at].folded)) return at;
    return said(source_of_participle(words_, frame_, at), at, false);
  }

  std::size_t said(const Source& source, std::size_t at, bool denied) {
    if (source.who == Who::nobody || source.who == Who::self) return at;
    if (frame_.is_own(words_.span(source.begin, source.end))) return at + 1;
    const std::size_t content = content_behind(words_, at);
    if (content == 0) return at;
    const Range what = words_[at].speech == SpeechVerb::names && words_[content].is(class_quote)
                           ? quoted(content)
                           : clause_right(content);
    add(source.who == Who::vague ? Kind::vague : direct_or(what), source, at, at + 1, what, denied);
    return content;
  }

  /// "…, said X." and "…, X said.": what is said stands on the left.
  std::size_t inverted(std::size_t at, std::size_t group) {
    if (words_[at].speech != SpeechVerb::says && words_[at].speech != SpeechVerb::thinks &&
        !(words_[at].speech == SpeechVerb::doubtful && at > 0 && words_[at - 1].is(class_quote)))
      return at;
    std::size_t left = group;
    if (left > 0 && words_[left - 1].is(class_comma | class_quote)) {
      if (!is_end_of_content(left)) return at;
      const Source source = source_right(words_, frame_, at + 1);
      if (source.begin >= source.end || source.who == Who::nobody || source.who == Who::self || !ends_there(source.end))
        return at;
      return add_left(source, at, left, source.end);
    }
    const bool heard = words_[at].folded == "told" || words_[at].folded == "tells";
    if (!heard && !ends_there(at + 1)) return at;
    const Source source = source_left(words_, frame_, group);
    if (source.who == Who::nobody || source.who == Who::self || source.begin == 0 || !is_end_of_content(source.begin))
      return at;
    if (!ends_there(at + 1) && !words_[source.begin - 1].is(class_quote)) return at;
    return add_left(source, at, source.begin, at + 1);
  }
  [[nodiscard]] static std::size_t first_of(std::size_t end) {
    return end < longest_content ? 0 : end - longest_content;
  }
  [[nodiscard]] bool ends_there(std::size_t at) const {
    return at >= words_.size() || words_[at].is(class_comma | class_cut | class_quote) ||
           words_[at].is(class_preposition);
  }
  [[nodiscard]] bool is_end_of_content(std::size_t end) const {
    if (end < 3) return false;
    if (words_[end - 1].is(class_quote) ||
        (end > 1 && words_[end - 1].is(class_comma) && words_[end - 2].is(class_quote)))
      return true;
    return words_[end - 1].is(class_comma) && words_.any(first_of(end), end - 1, class_auxiliary | class_finite);
  }
  std::size_t add_left(const Source& source, std::size_t at, std::size_t left, std::size_t end) {
    const Range what{first_of(left), left};
    add(source.who == Who::vague ? Kind::vague : direct_or(what), source, at, at + 1, what, false);
    return end;
  }

  [[nodiscard]] Kind direct_or(Range what) const {
    if (what.begin >= what.end) return Kind::indirect;
    const ByteSpan span = words_.span(what.begin, what.end);
    // Words of the speaker are longer than a term that is quoted.
    constexpr std::uint32_t least = 15;
    const auto quotation = std::partition_point(quotations_.begin(), quotations_.end(),
                                                [&](ByteSpan one) { return one.end <= span.begin; });
    if (quotation == quotations_.end() || quotation->begin >= span.end) return Kind::indirect;
    const ByteSpan shared{std::max(span.begin, quotation->begin), std::min(span.end, quotation->end)};
    return shared.size() >= least && shared.size() * 3 >= span.size() ? Kind::direct : Kind::indirect;
  }

  [[nodiscard]] Range clause_right(std::size_t begin) const {
    std::size_t end = std::min(begin, words_.size());
    for (const std::size_t limit = std::min(words_.size(), end + longest_content); end < limit; ++end) {
      if (words_[end].is(class_cut) && words_[end].folded == ";") break;
      if (!words_[end].is(class_comma) || end + 1 >= words_.size()) continue;
      const std::string_view next = words_[end + 1].folded;
      if (next == "but" || next == "while" || next == "whereas" || next == "although") break;
    }
    return {std::min(begin, end), end};
  }
  /// The clause that holds a cue in its midst.
  [[nodiscard]] Range clause(std::size_t at) const {
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_content && !words_[begin - 1].is(class_cut)) --begin;
    return {begin, clause_right(at).end};
  }
  /// What stands beside a phrase: behind it if it begins the clause, else before it.
  [[nodiscard]] Range around(std::size_t begin, std::size_t end) const {
    const Range left = {clause(begin).begin, begin};
    constexpr std::size_t least = 3;
    if (left.end - left.begin >= least) return left;
    constexpr std::size_t reach = 8;
    end = std::min(end, words_.size());
    for (std::size_t at = end; at < std::min(words_.size(), end + reach); ++at)
      if (words_[at].is(class_comma)) return clause_right(at + 1);
    return clause_right(end);
  }

  std::size_t vague(std::size_t at, std::size_t next, Range what) {
    add(Kind::vague, {}, at, next, what, false);
    return next;
  }

  void add(Kind kind, const Source& source, std::size_t cue, std::size_t cue_end, Range what, bool denied) {
    Attribution found;
    found.kind = kind;
    found.cue = words_.span(cue, cue_end);
    if (source.begin < source.end) {
      found.source = words_.span(source.begin, source.end);
      found.actor = frame_.actor_in(found.source);
      if (frame_.is_own(found.source)) return;
    }
    if (what.begin < what.end) found.content = words_.span(what.begin, what.end);
    found.negated = denied;
    out_.push_back(found);
  }

  const ClauseWords& words_;
  const SpeakerFrame& frame_;
  const std::vector<ByteSpan>& quotations_;
  std::vector<Attribution>& out_;
};

}  // namespace

std::string_view to_string(Attribution::Kind kind) noexcept {
  constexpr std::string_view names[] = {"direct", "indirect", "accordance", "perspective", "vague"};
  return names[static_cast<std::size_t>(kind)];
}

void find_attributions(const ClauseWords& words, const SpeakerFrame& frame, const std::vector<ByteSpan>& quotations,
                       std::vector<Attribution>& out) {
  Search(words, frame, quotations, out).run();
}

}  // namespace topos
