// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/cause_links.hpp"

#include <algorithm>

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

using Kind = CauseMarker::Kind;

constexpr std::size_t longest_phrase = 60;  ///< words
constexpr WordList bare({"it", "this", "that", "they", "these", "those", "he", "she", "which", "who", "there", "what",
                         "one", "such"});

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

class Search {
 public:
  Search(const ClauseWords& words, std::vector<CauseLink>& out) : words_(words), out_(out) {}

  void run() {
    for (std::size_t at = 0; at < words_.size();) {
      const CauseMarker marker = cause_marker_at(words_, at);
      const std::size_t next = at + std::max<std::size_t>(1, phrase_words(marker.words));
      if (!marker.words.empty()) link(marker, at, next);
      at = next;
    }
  }

 private:
  void link(const CauseMarker& marker, std::size_t at, std::size_t next) {
    switch (marker.kind) {
      case Kind::reason:
        return begins_clause(at) ? fronted(at, next)
                                 : add(noun_right(next), at, next, clause_left(at), denied_directly(at));
      case Kind::clause:
        return begins_clause(at) ? fronted(at, next)
                                 : add(clause_right(next), at, next, clause_left(at), denied_directly(at));
      case Kind::outcome:
        return add(noun_right(next), at, next, outcome_left(at), denied_directly(at));
      case Kind::verb:
        return verb(at, next);
      case Kind::participle:
        return add(clause_left(at), at, next, noun_right(next), at > 0 && words_[at - 1].folded == "without");
      case Kind::connective:
        return add(clause_left(at), at, next, clause_right(next), false);
    }
  }

  /// Whether nothing of the marker's clause stands before it.
  [[nodiscard]] bool begins_clause(std::size_t at) const {
    while (at > 0 && words_[at - 1].is(class_quote | class_adverb) && !words_[at - 1].is(class_cut)) --at;
    if (at == 0 || words_[at - 1].is(class_cut)) return true;
    const ClauseWord& left = words_[at - 1];
    if (at == 1) return left.is(class_coordinator);
    if (left.is(class_comma) && follows_adjunct(at - 1)) return true;
    return left.is(class_coordinator | class_opener) &&
           (words_[at - 2].is(class_comma | class_cut) || left.folded == "that");
  }

  /// Whether nothing but a phrase like "In those years" stands before a comma.
  [[nodiscard]] bool follows_adjunct(std::size_t comma) const {
    std::size_t begin = comma;
    while (begin > 0 && comma - begin < longest_phrase && !words_[begin - 1].is(class_cut | class_comma)) --begin;
    return words_[begin].is(class_preposition) && (begin == 0 || words_[begin - 1].is(class_cut)) &&
           !words_.any(begin, comma, class_auxiliary | class_finite | class_opener);
  }

  /// "Because of A, B": the comma that parts them is the first behind which no list goes on.
  void fronted(std::size_t at, std::size_t next) {
    std::size_t comma = next;
    const std::size_t limit = std::min(words_.size(), next + longest_phrase);
    while (comma < limit && !words_[comma].is(class_cut) && !(words_[comma].is(class_comma) && !continues_list(comma)))
      ++comma;
    if (comma >= limit || words_[comma].is(class_cut) || comma == next) return;
    add({next, comma}, at, next, clause_right(comma + 1), at > 0 && words_[at - 1].folded == "not");
  }

  void verb(std::size_t at, std::size_t next) {
    bool denied = false;
    std::size_t end = at;
    while (end > 0 && is_of_verb(end - 1)) {
      const ClauseWord& word = words_[--end];
      denied = denied || (word.is(class_negation) && words_[end].folded != "only");
    }
    if (words_.has(end, "not only")) denied = false;
    Range effect = noun_right(next);
    if (words_[at].is(class_auxiliary)) effect = effect_on(next);  // has an effect on
    add(subject_left(end), at, next, effect, denied);
  }
  /// Words between a subject and its verb.
  [[nodiscard]] bool is_of_verb(std::size_t at) const {
    const ClauseWord& word = words_[at];
    if (word.is(class_auxiliary | class_adverb | class_negation) && !word.is(class_coordinator))
      return word.folded != "no";
    return word.folded == "to" || (at + 1 < words_.size() && words_[at + 1].folded == "to" &&
                                   !word.is(class_comma | class_cut) && word.speech != SpeechVerb::says);
  }

  [[nodiscard]] Range effect_on(std::size_t next) const {
    while (next < words_.size() && words_[next].folded != "on" && words_[next].folded != "upon" &&
           words_[next].folded != "for")
      ++next;
    return noun_right(std::min(next + 1, words_.size()));
  }

  /// "not because of", "not the effect of"; "not only because of" denies nothing.
  [[nodiscard]] bool denied_directly(std::size_t at) const {
    bool only = false;
    while (at > 0 && words_[at - 1].is(class_adverb | class_negation)) {
      --at;
      only = only || words_[at].folded == "only" || words_[at].folded == "merely" || words_[at].folded == "just" ||
             words_[at].folded == "simply" || words_[at].folded == "solely";
      if (words_[at].is(class_negation)) return !only && words_[at].folded != "no";
    }
    return false;
  }

  /// The clause that ends before `end`: from the last comma or opener behind which enough of a clause stands.
  [[nodiscard]] Range clause_left(std::size_t end) const {
    while (end > 0 && (words_[end - 1].is(class_comma | class_quote | class_negation | class_coordinator) ||
                       (words_[end - 1].is(class_adverb) && !words_[end - 1].is(class_be)) ||
                       words_[end - 1].folded == "least" || words_[end - 1].folded == "part"))
      --end;
    while (end > 0 &&
           (words_[end - 1].is(class_be) || (words_[end - 1].is(class_adverb) && !words_[end - 1].is(class_comma))))
      --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest_phrase && !words_[begin - 1].is(class_cut)) {
      const ClauseWord& left = words_[begin - 1];
      if (left.is(class_comma) && is_clause(begin, end)) break;
      if (left.is(class_opener) && end - begin >= 2 && left.folded != "than" && left.folded != "as" &&
          left.folded != "so")
        break;
      --begin;
    }
    return trimmed({begin, end});
  }
  /// Whether words can be a clause with a subject of its own.
  [[nodiscard]] bool is_clause(std::size_t begin, std::size_t end) const {
    const ClauseWord& first = words_[begin];
    if (first.is(class_pronoun | class_self)) return end - begin > 2;
    if (first.is(class_auxiliary | class_finite | class_adverb | class_preposition) ||
        (first.is(class_opener) && !first.is(class_pronoun)) || first.folded.ends_with("ing") ||
        first.folded.ends_with("ed"))
      return false;
    if (first.is(class_coordinator))
      return end - begin > 3 && words_.any(begin + 1, end, class_auxiliary | class_finite) &&
             !words_[begin + 1].is(class_auxiliary | class_finite);
    return end - begin > 2 &&
           (words_.any(begin + 1, end, class_auxiliary | class_finite) || words_[begin].is(class_self));
  }

  /// The noun phrase before "stems from", "caused by" or "is the result of": like a subject.
  [[nodiscard]] Range outcome_left(std::size_t at) const {
    while (at > 0 && words_[at - 1].is(class_adverb | class_negation | class_auxiliary | class_comma) &&
           words_[at - 1].folded != "no")
      --at;
    if (at > 1 && words_[at - 1].is(class_coordinator)) return clause_left(at);
    return subject_left(at);
  }

  /// The noun phrase that ends before `end`; the words before "which" or "that" if that is all.
  [[nodiscard]] Range subject_left(std::size_t end) const {
    if (end > 0 && words_[end - 1].is(class_relative) &&
        (end == 1 || !words_[end - 1].is(class_determiner) || end >= 2)) {
      const std::size_t behind_comma = end >= 2 && words_[end - 2].is(class_comma) ? end - 2 : end - 1;
      return behind_comma == 0 || words_[behind_comma - 1].is(class_preposition | class_cut) ? Range{end - 1, end}
                                                                                             : antecedent(behind_comma);
    }
    std::size_t from = end;
    if (end > 0 && words_[end - 1].is(class_comma)) {  // an aside between subject and verb
      from = --end;
      while (from > 0 && end - from < longest_phrase && !words_[from - 1].is(class_comma | class_cut)) --from;
      if (from == 0 || words_[from - 1].is(class_cut)) return trimmed({from, end});
      --from;
    }
    return trimmed({noun_begin(from, end), end});
  }

  [[nodiscard]] std::size_t noun_begin(std::size_t begin, std::size_t end) const {
    const std::size_t last = begin;
    while (begin > 0 && end - begin < longest_phrase) {
      const ClauseWord& left = words_[begin - 1];
      if (left.is(class_cut | class_comma | class_auxiliary | class_finite)) break;
      if (left.is(class_opener) && !(left.is(class_determiner) && begin == last)) break;
      if (left.is(class_coordinator) && (left.folded == "but" || has_verb_left(begin - 1))) break;
      if (left.speech == SpeechVerb::says || left.speech == SpeechVerb::thinks) break;
      if (left.is(class_self) && !left.is(class_determiner) && begin < last) break;
      --begin;
    }
    return begin;
  }
  /// Whether a verb stands between a coordinator and the boundary on its left, as far as the lists tell.
  [[nodiscard]] bool has_verb_left(std::size_t at) const {
    constexpr std::size_t reach = 12;
    for (std::size_t steps = 0; at > 0 && steps < reach; ++steps) {
      const ClauseWord& left = words_[--at];
      if (left.is(class_cut | class_comma)) return false;
      if (left.is(class_auxiliary | class_finite | class_self) || left.speech == SpeechVerb::says) return true;
    }
    return false;
  }

  /// The noun phrase that a relative clause hangs on: to its article, or over "of" to the one before.
  [[nodiscard]] Range antecedent(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest_phrase / 4) {
      const ClauseWord& left = words_[begin - 1];
      if (left.is(class_cut | class_comma | class_auxiliary | class_finite | class_opener) &&
          !left.is(class_determiner))
        break;
      --begin;
      if (words_[begin].is(class_determiner) && (begin == 0 || words_[begin - 1].folded != "of")) break;
    }
    return trimmed({begin, end});
  }

  /// A noun phrase, with what hangs on it, from `begin` on.
  [[nodiscard]] Range noun_right(std::size_t begin) const {
    std::size_t end = begin;
    const std::size_t limit = std::min(words_.size(), begin + longest_phrase);
    for (; end < limit; ++end) {
      const ClauseWord& word = words_[end];
      if (word.is(class_cut)) break;
      if (word.is(class_comma) && !continues_list(end)) break;
      if (end > begin && (word.is(class_auxiliary | class_finite) ||
                          (word.is(class_opener) && word.folded != "as" &&
                           !(word.is(class_determiner) && end > begin && words_[end - 1].is(class_preposition)))))
        break;
      if (end > begin && word.folded == "but") break;
    }
    // A verb behind "and" is that of another clause, whose subject stands behind it, too.
    if (end < limit && words_[end].is(class_auxiliary | class_finite))
      for (std::size_t at = end; at > begin + 1; --at)
        if (words_[at - 1].is(class_coordinator) && words_[at].is(class_determiner | class_pronoun | class_self))
          return trimmed({begin, at - 1});
    // A pronoun before that verb is its subject, and what hangs on the phrase.
    while (end < limit && end > begin + 1 && words_[end].is(class_auxiliary | class_finite) &&
           words_[end - 1].is(class_self | class_pronoun))
      --end;
    return trimmed({begin, end});
  }

  [[nodiscard]] Range clause_right(std::size_t begin) const {
    std::size_t end = begin;
    const std::size_t limit = std::min(words_.size(), begin + longest_phrase);
    for (; end < limit && !words_[end].is(class_cut); ++end) {
      if (!words_[end].is(class_comma) || end + 1 >= limit) continue;
      const ClauseWord& next = words_[end + 1];
      if (next.folded == "but" || next.folded == "while" || next.folded == "whereas" || next.folded == "although" ||
          next.folded == "which")
        break;
      if (next.is(class_coordinator) && end + 2 < limit && words_[end + 2].is(class_self | class_pronoun)) break;
    }
    return trimmed({begin, end});
  }

  /// Whether a comma parts members of a list: "and" or "or" comes soon, and no verb before it.
  [[nodiscard]] bool continues_list(std::size_t comma) const {
    constexpr std::size_t reach = 9;
    const std::size_t limit = std::min(words_.size(), comma + 1 + reach);
    if (comma + 1 >= limit) return false;
    const ClauseWord& next = words_[comma + 1];
    if (next.is(class_opener | class_pronoun | class_self | class_adverb) || next.folded == "but" ||
        next.folded.ends_with("ing"))
      return false;
    for (std::size_t at = comma + 1; at < limit; ++at) {
      const ClauseWord& word = words_[at];
      if (word.is(class_auxiliary | class_finite | class_cut | class_opener)) return false;
      if (word.folded == "and" || word.folded == "or") {
        // What follows is a last member only if no clause begins there.
        return at + 1 < words_.size() &&
               !words_[at + 1].is(class_auxiliary | class_finite | class_pronoun | class_self) &&
               !words_.any(at + 1, std::min(words_.size(), at + 5), class_auxiliary | class_finite);
      }
    }
    return false;
  }

  [[nodiscard]] Range trimmed(Range range) const {
    constexpr std::uint32_t edges = class_comma | class_cut | class_quote | class_coordinator;
    while (!range.empty() && (words_[range.begin].is(edges) ||
                              (words_[range.begin].is(class_adverb) && !words_[range.begin].is(class_determiner))))
      ++range.begin;
    while (!range.empty() &&
           (words_[range.end - 1].is(edges) ||
            (words_[range.end - 1].is(class_adverb) && !words_[range.end - 1].folded.ends_with("ly")) ||
            words_[range.end - 1].is(class_preposition) || words_[range.end - 1].folded == "the"))
      --range.end;
    return range;
  }

  [[nodiscard]] bool is_bare(Range range) const {
    return range.empty() || (range.end - range.begin == 1 && bare.has(words_[range.begin].folded));
  }

  void add(Range cause, std::size_t at, std::size_t next, Range effect, bool denied) {
    if (is_bare(cause) || is_bare(effect)) return;
    out_.push_back(
        {words_.span(cause.begin, cause.end), words_.span(at, next), words_.span(effect.begin, effect.end), denied});
  }

  const ClauseWords& words_;
  std::vector<CauseLink>& out_;
};

}  // namespace

void find_causes(const ClauseWords& words, std::vector<CauseLink>& out) { Search(words, out).run(); }

}  // namespace topos
