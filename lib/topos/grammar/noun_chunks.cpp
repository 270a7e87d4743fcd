// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/chunks.hpp"

namespace topos {
namespace {

bool is_modifier(Tag tag) noexcept { return is_adjective(tag) || tag == Tag::cd; }

/// Whether a noun follows `at` behind nothing but what may stand before a noun.
bool noun_follows(const SentenceView& view, std::uint32_t at) noexcept {
  constexpr std::uint32_t far = 6;
  for (std::uint32_t i = at; i < at + far; ++i) {
    const Tag tag = view.tag(i);
    if (is_noun(tag)) return true;
    const bool comma = tag == Tag::punc && view.is(i, GrammarClass::comma) && is_adjective(view.tag(i - 1)) &&
                       is_adjective(view.tag(i + 1));
    if (!is_modifier(tag) && !is_adverb(tag) && tag != Tag::vbn && tag != Tag::vbg && tag != Tag::cc && !comma)
      return false;
  }
  return false;
}

bool is_determiner(const SentenceView& view, std::uint32_t i) noexcept {
  const Tag tag = view.tag(i);
  if (tag == Tag::dt || tag == Tag::pdt || view.is(i, GrammarClass::whose)) return true;
  if (tag == Tag::wdt && !view.is(i, GrammarClass::that)) return is_noun(view.tag(i + 1)) && view.tag(i - 1) == Tag::in;
  return tag == Tag::prp && view.is(i, GrammarClass::possessive) &&
         (noun_follows(view, i + 1) || view.tag(i + 1) == Tag::vbg);
}

/// Reads one chunk from left to right.
class ChunkReader {
 public:
  ChunkReader(const SentenceView& view, std::uint32_t at) : view_(view), at_(at), i_(at) {}

  NounChunk read() {
    if (view_.tag(i_) == Tag::ex || (view_.tag(i_) == Tag::prp && !is_determiner(view_, i_))) return one_word();
    while (i_ < view_.size() && accepts()) ++i_;
    return finish();
  }

 private:
  [[nodiscard]] NounChunk one_word() const {
    NounChunk chunk;
    // "we all know"
    const bool all = view_.tag(at_) == Tag::prp && !is_noun(view_.tag(at_ + 1)) &&
                     view_.is(at_ + 1, GrammarClass::floating) && is_verb(view_.tag(at_ + 2));
    chunk.words = {at_, at_ + (all ? 2u : 1u)};
    chunk.head = at_;
    return chunk;
  }

  [[nodiscard]] bool begun() const noexcept { return i_ > at_; }

  /// "more than" before a number.
  [[nodiscard]] bool compares_number() const noexcept {
    const std::uint32_t than = view_.is(i_, GrammarClass::subordinating_preposition) ? i_ : i_ + 1;
    const bool more = than > 0 && (view_.tag(than - 1) == Tag::jjr || view_.tag(than - 1) == Tag::rbr);
    return more && view_.is(than, GrammarClass::subordinating_preposition) && view_.tag(than + 1) == Tag::cd;
  }

  /// Whether the word at hand belongs to the chunk; notes what it is there.
  bool accepts() {
    const Tag tag = view_.tag(i_);
    if (!last_noun_ && compares_number()) return true;
    if (is_noun(tag)) {
      // "the United Nations today"
      if (last_noun_ && view_.is(i_, GrammarClass::day)) return false;
      return head_ = i_, last_noun_ = true;
    }
    if (tag == Tag::pos) return accepts_possessive();
    if (tag == Tag::cd) {
      // "Article 5", but "the Pope 36 years ago"
      if (last_noun_) return !is_noun(view_.tag(i_ + 1));
      number_ = i_;
      return true;
    }
    if (last_noun_) return false;
    if (is_determiner(view_, i_)) {
      if (begun() && view_.tag(i_ - 1) != Tag::pdt && view_.tag(i_ - 1) != Tag::cc &&
          !view_.is(i_ - 1, GrammarClass::quantity))
        return false;
      determiner_ = i_;
      return true;
    }
    if (is_adjective(tag))
      return begun() || noun_follows(view_, i_) || view_.is(i_, GrammarClass::quantity) ? (adjective_ = i_, true)
                                                                                        : false;
    if (is_adverb(tag))
      return noun_follows(view_, i_ + 1) && !is_noun(view_.tag(i_ + 1)) && (begun() || view_.tag(i_ + 1) != Tag::cc);
    if (tag == Tag::vbn || tag == Tag::vbg) return accepts_participle(tag);
    return accepts_between_modifiers(tag);
  }

  bool accepts_possessive() {
    if (!last_noun_ || !noun_follows(view_, i_ + 1)) return false;
    possessor_ = head_;
    last_noun_ = false;
    return true;
  }

  bool accepts_participle(Tag tag) {
    if (is_participle_before_noun(view_, i_, begun())) return true;
    // "the building", "its understanding of"
    const bool noun =
        tag == Tag::vbg && begun() && (determiner_ == i_ - 1 || adjective_ == i_ - 1 || possessor_ == i_ - 2);
    if (noun) head_ = i_, last_noun_ = true;
    return noun;
  }

  /// "economic and political ties", "a long, hard road", "a “multipolar” world".
  bool accepts_between_modifiers(Tag tag) {
    if (!begun() || (tag != Tag::cc && tag != Tag::punc)) return false;
    const Tag next = view_.tag(i_ + 1);
    if (tag == Tag::punc && determiner_ == i_ - 1) return is_noun(next) || is_adjective(next);
    const bool joins_adverbs = tag == Tag::cc && is_adverb(view_.tag(i_ - 1)) && is_adverb(next);
    const bool joins_quantities = tag == Tag::cc && determiner_ == i_ - 1 && next == Tag::dt;
    if (joins_adverbs || joins_quantities) return noun_follows(view_, i_ + 2);
    return adjective_ == i_ - 1 && noun_follows(view_, i_ + 1) &&
           (is_adjective(next) || next == Tag::vbn || (tag == Tag::punc && is_noun(next) && quoted()));
  }

  /// Whether a quotation mark stands shortly before the word at hand.
  [[nodiscard]] bool quoted() const noexcept { return i_ >= at_ + 2 && view_.tag(i_ - 2) == Tag::punc; }

  [[nodiscard]] NounChunk finish() {
    NounChunk chunk;
    std::uint32_t head = head_;
    if (head == no_index) head = number_;
    if (head == no_index && adjective_ != no_index &&
        (determiner_ != no_index || view_.is(adjective_, GrammarClass::quantity)))
      head = adjective_;
    if (head == no_index && determiner_ != no_index && view_.is(determiner_, GrammarClass::quantity))
      head = determiner_;
    if (head == no_index) return chunk;
    chunk.words = {at_, head_ == no_index ? head + 1 : i_};
    chunk.head = head;
    chunk.possessor = possessor_;
    chunk.temporal = is_time(head);
    return chunk;
  }

  [[nodiscard]] bool is_time(std::uint32_t head) const noexcept {
    if (view_.is(i_, GrammarClass::ago)) return true;
    if (!view_.is(head, GrammarClass::time_noun) || possessor_ != no_index) return false;
    const Tag first = view_.tag(at_);
    return head == at_ || first == Tag::cd || is_adjective(first) ||
           (first == Tag::dt && view_.is(at_, GrammarClass::quantity)) || is_name(first);
  }

  const SentenceView& view_;
  std::uint32_t at_;
  std::uint32_t i_;
  std::uint32_t head_ = no_index;
  std::uint32_t number_ = no_index;
  std::uint32_t adjective_ = no_index;
  std::uint32_t determiner_ = no_index;
  std::uint32_t possessor_ = no_index;
  bool last_noun_ = false;
};

}  // namespace

bool is_participle_before_noun(const SentenceView& view, std::uint32_t at, bool chunk_begun) {
  if (!noun_follows(view, at + 1)) return false;
  if (chunk_begun) return true;
  if (view.tag(at) == Tag::vbg) return view.is(at, GrammarClass::ing_modifier);
  const Tag before = at > 0 ? view.tag(at - 1) : Tag::punc;
  return !is_noun(before) && before != Tag::prp;
}

NounChunk noun_chunk_at(const SentenceView& view, std::uint32_t at) {
  constexpr TagSet beginnings{Tag::nn, Tag::nns, Tag::nnp, Tag::nnps, Tag::cd, Tag::dt,  Tag::pdt, Tag::wdt, Tag::prp,
                              Tag::ex, Tag::jj,  Tag::jjr, Tag::jjs,  Tag::rb, Tag::rbr, Tag::rbs, Tag::vbn, Tag::vbg};
  const bool begins = beginnings.has(view.tag(at)) || view.is(at, GrammarClass::whose) ||
                      view.is(at, GrammarClass::subordinating_preposition);  // "more", then "than ten"
  return begins ? ChunkReader(view, at).read() : NounChunk{};
}

}  // namespace topos
