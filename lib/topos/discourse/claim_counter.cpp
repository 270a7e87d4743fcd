// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/claim_counter.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

#include "topos/base/hash.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

/// Leaves one of each sentence that says the same of a claim, and of these the `most` first drawn of each code and
/// source.
void draw(std::vector<ClaimEvidence>& all, std::size_t most) {
  const auto place = [](const ClaimEvidence& one) {
    return std::tuple(one.kind->number, one.source, one.sentence, one.cue.sign);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const ClaimEvidence& a, const ClaimEvidence& b) { return place(a) < place(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const ClaimEvidence& a, const ClaimEvidence& b) { return place(a) == place(b); }),
            all.end());
  std::sort(all.begin(), all.end(), [](const ClaimEvidence& a, const ClaimEvidence& b) {
    return std::tuple(a.kind->number, a.source, a.draw, a.sentence) <
           std::tuple(b.kind->number, b.source, b.draw, b.sentence);
  });
  std::vector<ClaimEvidence> left;
  std::size_t run = 0;
  const ClaimEvidence* last = nullptr;
  for (const ClaimEvidence& one : all) {
    const bool follows = last != nullptr && last->kind == one.kind && last->source == one.source;
    run = follows ? run + 1 : 1;
    last = &one;
    if (run <= most) left.push_back(one);
  }
  all = std::move(left);
}

}  // namespace

void StanceCount::add(const StanceCue& cue) noexcept {
  ++n;
  ++(cue.sign > 0 ? affirmed : denied);
  hedged += cue.hedged ? 1 : 0;
  reported += cue.reported ? 1 : 0;
  stance += cue.value();
}

void StanceCount::add(const StanceCount& other) {
  n += other.n;
  affirmed += other.affirmed;
  denied += other.denied;
  hedged += other.hedged;
  reported += other.reported;
  stance += other.stance;
  for (const auto& [value, times] : other.values) values[value] += times;
}

std::string ClaimCounter::folded(const AnnotatedDocument& annotated, ByteSpan span) {
  const std::string language = primary_language(annotated.document.language);
  if (!folder_ || language != language_) {
    folder_ = std::make_unique<Folder>(language);
    language_ = language;
  }
  return folder_->fold(shown_text(std::string_view(annotated.document.text).substr(span.begin, span.end - span.begin)))
      .folded;
}

ClaimEvidence ClaimCounter::evidence(const AnnotatedDocument& annotated, const Annotator& annotator,
                                     const QueryHit& hit, const StanceCue& cue) const {
  ClaimEvidence one;
  one.cue = cue;
  one.line = hit.hit->line;
  one.sentence = hit.hit->sentence;
  one.analysis_sentence = hit.hit->analysis_sentence;
  one.id = hit_id(annotated, *hit.hit);
  one.draw = hash64(one.id);
  one.span = hit.span;
  one.hit_text = shown_text(hit.span.in(annotated.document.text));
  one.voice = annotated.notes_of(*hit.hit).voice;
  one.coder = annotated.notes_of(*hit.hit).coder;
  ByteSpan span = hit.span;
  const auto& sentences = annotator.segmentation().sentences;
  if (hit.hit->sentence >= 1 && hit.hit->sentence <= sentences.size()) span = sentences[hit.hit->sentence - 1].span;
  one.text = shown_text(std::string_view(annotated.document.text).substr(span.begin, span.end - span.begin));
  return one;
}

DocumentClaims ClaimCounter::count(const AnnotatedDocument& annotated, const Annotator& annotator) {
  DocumentClaims result;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  const QueryResult& found = run_.run(annotated);
  result.selected = found.selected;
  if (!found.selected) return result;
  for (const QueryGroup& group : found.groups) result.sources.push_back({group.values, group.size.words});
  std::vector<std::optional<ClaimStance>> stances;
  std::vector<std::uint32_t> rows;
  for (const QueryRow& row : found.rows) {
    stances.push_back(claims_.stance(row.kind->codebook, row.kind->code));
    rows.push_back(stances.back() ? static_cast<std::uint32_t>(result.rows.size()) : no_row);
    if (stances.back()) result.rows.push_back({row.kind, row.values, {}});
  }
  for (const QueryHit& hit : found.hits) {
    if (rows[hit.row] == no_row) continue;
    DocumentClaims::Row& row = result.rows[rows[hit.row]];
    const StanceCue cue = stance_of(*stances[hit.row], *hit.hit, annotated.notes_of(*hit.hit));
    row.count.add(cue);
    if (stances[hit.row] == ClaimStance::value) ++row.count.values[folded(annotated, hit.span)];
    if (sentences_ == 0) continue;
    result.evidence.push_back(evidence(annotated, annotator, hit, cue));
    result.evidence.back().kind = row.kind;
    result.evidence.back().source = row.source;
  }
  if (sentences_ > 0) draw(result.evidence, sentences_);
  return result;
}

}  // namespace topos
