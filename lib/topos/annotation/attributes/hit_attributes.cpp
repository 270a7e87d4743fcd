// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/hit_attributes.hpp"

#include <algorithm>

#include "topos/annotation/attributes/holder.hpp"
#include "topos/annotation/attributes/voice.hpp"
#include "topos/base/hash.hpp"

namespace topos {
namespace {

/// The units of a sentence that spans cover at least in part. Spans of hits that another program made may cut through
/// words.
class UnitsOf {
 public:
  UnitsOf(const std::vector<Token>& units, TokenRange sentence)
      : units_(units.data()), range_(sentence), at_(sentence.begin) {}

  /// Spans come mostly in text order, a few units behind the one before: a walk from there is shorter than a search.
  TokenRange operator()(ByteSpan span) {
    if (at_ > range_.begin && units_[at_ - 1].end > span.begin) at_ = first_behind(span.begin, range_.begin);
    constexpr std::uint32_t near = 16;
    const std::uint32_t limit = std::min(range_.end, at_ + near);
    while (at_ < limit && units_[at_].end <= span.begin) ++at_;
    if (at_ == limit && at_ < range_.end) at_ = first_behind(span.begin, at_);
    std::uint32_t end = at_;
    const std::uint32_t last = std::min(range_.end, at_ + near);
    while (end < last && units_[end].begin < span.end) ++end;
    if (end == last && end < range_.end)
      end = static_cast<std::uint32_t>(std::partition_point(units_ + end, units_ + range_.end,
                                                            [&](const Token& unit) { return unit.begin < span.end; }) -
                                       units_);
    return {at_, end};
  }

 private:
  [[nodiscard]] std::uint32_t first_behind(std::uint32_t byte, std::uint32_t from) const {
    const auto is_before = [&](const Token& unit) { return unit.end <= byte; };
    return static_cast<std::uint32_t>(std::partition_point(units_ + from, units_ + range_.end, is_before) - units_);
  }

  const Token* units_;
  TokenRange range_;
  std::uint32_t at_;
};

/// Voices that citations and speakers give are few; a hostile text may have many.
constexpr std::size_t most_kept = 4096;

}  // namespace

std::size_t HitAttributes::ValuesHash::operator()(const Values& values) const noexcept {
  return hash64(values.voice, hash64(values.modality, hash64(values.holder)));
}

void HitAttributes::set(AnnotatedDocument& annotated, const Segmentation& segmentation, const Vocabulary& vocabulary,
                        AttributeSet which, DocumentClauses* clauses) {
  if (annotated.hits.empty() || !which.any()) return;
  roles_.use(vocabulary);
  notes_.clear();
  last_note_ = 0;
  if (!which.voice) clauses = nullptr;
  for (std::size_t first = 0; first < annotated.hits.size();) {
    const std::uint32_t number = annotated.hits[first].sentence;
    std::size_t end = first;
    while (end < annotated.hits.size() && annotated.hits[end].sentence == number) ++end;
    if (number > 0 && number <= segmentation.sentences.size()) {
      const Sentence& sentence = segmentation.sentences[number - 1];
      const std::vector<Token>& units = segmentation.units();
      const TokenRange range = segmentation.by_characters ? sentence.units : sentence.tokens;
      marks_.clear();
      UnitsOf units_of(units, range);
      for (std::size_t i = first; i < end; ++i)
        marks_.push_back(
            {&annotated.hits[i], units_of(annotated.hits[i].span), hit_roles_.of(*annotated.hits[i].kind)});
      count_words(units, range);
      citations_.clear();
      if (which.voice) find_citation_markers(annotated.document.text, sentence.span, citations_);
      if (clauses != nullptr) take_voices(*clauses, number - 1);
      set_sentence(annotated, &annotated.hits[first], clauses == nullptr ? nullptr : &voices_,
                   {annotated.document, units, range, marks_, words_, roles_}, which);
    }
    first = end;
  }
}

void HitAttributes::take_voices(DocumentClauses& clauses, std::uint32_t sentence) {
  // Looking for who goes on may read other sentences, whose attributions move those of this one.
  const std::optional<Attribution>& continued = clauses.continued(sentence);
  voices_.take(clauses.attributions(sentence), continued);
}

void HitAttributes::count_words(const std::vector<Token>& units, TokenRange sentence) {
  words_.resize(sentence.size() + 1);
  std::uint32_t count = words_[0] = 0;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at)
    words_[at - sentence.begin + 1] = count += units[at].kind == TokenKind::word ? 1U : 0U;
}

void HitAttributes::set_sentence(AnnotatedDocument& annotated, Hit* hits, const ClauseVoice* clauses,
                                 const MarkedSentence& sentence, AttributeSet which) {
  if (which.modality) modality_.begin(sentence);
  if (which.voice || which.holder) actors_.find(sentence);
  const std::string_view voice = which.voice ? keep(voice_of(sentence, actors_, citations_)) : std::string_view();
  const bool by_clause = clauses != nullptr && clauses->any() && !is_of_sentence(voice);
  for (const MarkedHit& mark : sentence.marks) {
    Values values;
    if (which.voice) values.voice = by_clause ? keep(clauses->of(mark.hit->span)) : voice;
    if (which.modality) values.modality = modality_.of(sentence, mark);
    if (which.holder && (mark.roles & hit_actor) == 0) values.holder = holder_of(sentence, actors_, mark);
    give(annotated, *hits++, values);
  }
}

void HitAttributes::give(AnnotatedDocument& annotated, Hit& hit, const Values& values) {
  if (hit.notes != 0) {
    HitNotes& own = annotated.notes[hit.notes - 1];  // that it came with: its own
    if (own.voice.empty()) own.voice = values.voice;
    if (own.modality.empty()) own.modality = values.modality;
    if (own.holder.empty()) own.holder = values.holder;
    return;
  }
  if (last_note_ != 0 && values == last_) {  // hits that stand together mostly share their values
    hit.notes = last_note_;
    return;
  }
  const auto [known, added] = notes_.try_emplace(values, 0);
  if (added) {
    annotated.notes.push_back({{}, values.voice, values.modality, values.holder, {}});
    known->second = static_cast<std::uint32_t>(annotated.notes.size());
  }
  last_ = values;
  last_note_ = hit.notes = known->second;
}

std::string_view HitAttributes::keep(const std::string& name) {
  constexpr std::string_view author = "author";
  if (name == author) return author;
  if (const auto known = kept_.find(name); known != kept_.end()) return known->second;
  if (kept_.size() >= most_kept) kept_.clear();
  return kept_.emplace(name, names_.keep(name)).first->second;
}

}  // namespace topos
