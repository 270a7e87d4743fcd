// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/citation_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "topos/annotation/fields.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/discourse/citing_author.hpp"
#include "topos/discourse/finding_values.hpp"
#include "topos/discourse/line_numbers.hpp"
#include "topos/discourse/reference_index.hpp"
#include "topos/discourse/sentence_speakers.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::string_view vague = "attribution.vague";

ListedReference listed(const Finding& finding, std::size_t place, std::string_view text) {
  ListedReference one;
  one.number = field_text(finding, "number");
  if (one.number.empty()) one.number = std::to_string(place);
  one.authors = field_texts(finding, "authors");
  one.years = field_texts(finding, "years");
  one.title = shown_text(field_text(finding, "title"));
  one.container = shown_text(field_text(finding, "container"));
  one.urls = field_texts(finding, "urls");
  one.doi = field_text(finding, "doi");
  one.language = field_text(finding, "language");
  one.flaws = field_texts(finding, "lint");
  one.duplicate_of = field_text(finding, "duplicate_of");
  one.tracking = field_text(finding, "tracking");
  one.text = shown_text(finding.span.in(text));
  return one;
}

/// What reading one document knows of its sentences.
class Reading {
 public:
  Reading(const AnnotatedDocument& annotated, const Annotator& annotator, const Query& query, CitationView view)
      : annotated_(annotated), input_{annotated, annotator.segmentation(), annotator.vocabulary()},
        sentences_(input_.segmentation.sentences), parts_(query.parts(annotated)), view_(view),
        facts_(sentences_.size()), paragraph_cites_(annotated.document.regions.size()),
        lines_(annotated.document.text) {}

  DocumentCitations read(const std::vector<std::string>& by, const std::vector<const Detector*>& detectors) {
    result_.document = annotated_.document.id;
    result_.selected = parts_.selected;
    if (!parts_.selected) return std::move(result_);
    for (const QueryGroup& group : parts_.groups) result_.groups.push_back({group.values, 0});
    for (const std::string& field : by)
      result_.values.emplace_back(
          field_kind(field) == FieldKind::document ? document_field(annotated_.document, field).value_or("") : "");
    const std::vector<Finding> findings = detect(input_, detectors);
    read_list(findings);
    for (const Hit& hit : annotated_.hits) take_vague(hit);
    for (const Finding& finding : findings) take(finding);
    count_sentences();
    return std::move(result_);
  }

 private:
  struct Facts {
    bool cited = false;
    ClaimSigns signs;
    SentenceSpeakers speakers;
  };

  void read_list(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
      if (finding.type == "reference") {
        result_.list.push_back(listed(finding, result_.list.size() + 1, annotated_.document.text));
        result_.list.back().line = lines_.of(finding.span.begin);
        result_.list.back().span = finding.span;
      }
    index_.emplace(result_.list);
  }

  void take(const Finding& finding) {
    const auto sentence = std::partition_point(sentences_.begin(), sentences_.end(),
                                               [&](const Sentence& one) { return one.span.end <= finding.span.begin; });
    if (sentence == sentences_.end() || sentence->span.begin > finding.span.begin) return;
    const auto at = static_cast<std::size_t>(sentence - sentences_.begin());
    const auto sign = [&](ClaimSign one) { facts_[at].signs.set(static_cast<std::size_t>(one)); };
    if (finding.type == "citation") return take_citation(finding, cited_sentence(finding, at));
    if (finding.type == "number" && !field_text(finding, "value").empty()) sign(ClaimSign::number);
    if (finding.type == "date" && field_text(finding, "relation") != "duration") sign(ClaimSign::date);
    if (finding.type == "cause") sign(ClaimSign::cause);
    if (finding.type != "attribution") return;
    sign(ClaimSign::attribution);
    take_speaker(finding, at);
  }

  void take_speaker(const Finding& finding, std::size_t at) {
    const std::size_t paragraph = sentences_[at].region;
    const QuotedSpeaker* const last = named_ && named_in_ == paragraph ? &*named_ : nullptr;
    QuotedSpeaker one = speaker_of(finding, has_vague_hit(finding.span), annotated_.document.text, last);
    if (one.named()) {
      named_ = one;
      named_in_ = paragraph;
    }
    facts_[at].speakers.add(std::move(one));
  }

  /// Wordings of the codebook that name nobody: they are read before findings, which may know them as attributions.
  void take_vague(const Hit& hit) {
    if (!is_or_below(hit.code(), vague) || hit.sentence == 0 || hit.sentence > sentences_.size()) return;
    facts_[hit.sentence - 1].speakers.add({"vague", {}, hit.span});
    facts_[hit.sentence - 1].signs.set(static_cast<std::size_t>(ClaimSign::attribution));
    vague_.push_back(hit.span);
  }

  [[nodiscard]] bool has_vague_hit(ByteSpan span) const {
    const auto next =
        std::partition_point(vague_.begin(), vague_.end(), [&](ByteSpan one) { return one.begin < span.begin; });
    return next != vague_.end() && next->begin < span.end;
  }

  /// The sentence that a marker belongs to: one that begins a sentence stands behind the mark that ended the one
  /// before.
  [[nodiscard]] std::size_t cited_sentence(const Finding& finding, std::size_t at) const {
    const Sentence& sentence = sentences_[at];
    const bool opens =
        at > 0 && sentence.span.begin == finding.span.begin && sentences_[at - 1].region == sentence.region;
    return opens && field_text(finding, "form") != "author_year" ? at - 1 : at;
  }

  void take_citation(const Finding& finding, std::size_t at) {
    CitationPlace one;
    one.references = field_texts(finding, "references");
    for (const std::string& reference : one.references) {
      const std::vector<std::size_t> entries = index_->find(reference);
      if (entries.empty()) one.missing.push_back(reference);
      for (const std::size_t entry : entries)
        if (std::find(one.entries.begin(), one.entries.end(), entry) == one.entries.end()) one.entries.push_back(entry);
    }
    for (const std::size_t entry : one.entries) ++result_.list[entry].times_cited;
    const Sentence& sentence = sentences_[at];
    facts_[at].cited = true;
    paragraph_cites_[sentence.region] = true;
    if (parts_.group_of[sentence.region] == QueryParts::none) return;
    one.place = place_of(at);
    one.place.line = lines_.of(finding.span.begin);
    one.place.span = finding.span;
    one.form = field_text(finding, "form");
    one.integral = field_text(finding, "mode") == "integral";
    one.marker = shown_text(finding.span.in(annotated_.document.text));
    if (one.integral) name_author(one, finding, sentence);
    facts_[at].speakers.add_citation(one, result_.list, annotated_.document.id);
    if (view_ == CitationView::citations || view_ == CitationView::lint) {
      one.text = shown_text(sentence.span.in(annotated_.document.text));
      result_.citations.push_back(std::move(one));
    }
  }

  void name_author(CitationPlace& one, const Finding& finding, const Sentence& sentence) const {
    const bool has_name = one.form == "author_year" && !one.references.empty();
    const std::string_view name = has_name ? name_before_years(one.references.front()) : std::string_view();
    CitingAuthor found = citing_author(SentenceWords(input_, sentence), annotated_.document.text, finding.span, name);
    one.author = std::move(found.author);
    one.verb = std::move(found.verb);
  }

  [[nodiscard]] TextPlace place_of(std::size_t at) const {
    const Sentence& sentence = sentences_[at];
    const Region& region = annotated_.document.regions[sentence.region];
    return {parts_.group_of[sentence.region],
            lines_.of(sentence.span.begin),
            static_cast<std::uint32_t>(at + 1),
            sentence.analysis,
            sentence.span,
            annotated_.document.sections[region.section]};
  }

  void count_sentences() {
    const bool english = primary_language(annotated_.document.language) == "en";
    for (std::size_t at = 0; at < sentences_.size(); ++at) {
      const Sentence& sentence = sentences_[at];
      const std::uint32_t group = parts_.group_of[sentence.region];
      if (group == QueryParts::none) continue;
      ++result_.groups[group].sentences;
      Facts& facts = facts_[at];
      if (view_ == CitationView::sections) count_section(at);
      if (view_ == CitationView::voices) facts.speakers.count_voices(group, result_.voices);
      if (view_ == CitationView::speakers) list_speakers(at);
      if (view_ == CitationView::edges)
        facts.speakers.add_edges(group, static_cast<std::uint32_t>(at + 1), result_.edges);
      if (view_ != CitationView::uncited || facts.cited) continue;
      if (english && has_superlative(SentenceWords(input_, sentence)))
        facts.signs.set(static_cast<std::size_t>(ClaimSign::superlative));
      if (facts.signs.any())
        result_.uncited.push_back({place_of(at), facts.signs, paragraph_cites_[sentence.region],
                                   shown_text(sentence.span.in(annotated_.document.text))});
    }
    if (view_ == CitationView::voices) merge_voices(result_.voices);
  }

  void list_speakers(std::size_t at) {
    std::vector<VoiceCount> voices;
    facts_[at].speakers.count_voices(parts_.group_of[sentences_[at].region], voices);
    for (VoiceCount& voice : voices)
      if (voice.voice != "author")
        result_.speakers.push_back(
            {place_of(at), std::move(voice), shown_text(sentences_[at].span.in(annotated_.document.text))});
  }

  void count_section(std::size_t at) {
    TextPlace place = place_of(at);
    if (result_.sections.empty() || result_.sections.back().section != place.section ||
        result_.sections.back().group != place.group)
      result_.sections.push_back({place.group, std::move(place.section), 0, 0});
    ++result_.sections.back().sentences;
    result_.sections.back().cited += facts_[at].cited ? 1U : 0U;
  }

  const AnnotatedDocument& annotated_;
  DetectorInput input_;
  const std::vector<Sentence>& sentences_;
  QueryParts parts_;
  CitationView view_;
  std::vector<Facts> facts_;            ///< by sentence
  std::vector<bool> paragraph_cites_;   ///< by region
  std::vector<ByteSpan> vague_;         ///< hits that name nobody, in text order
  std::optional<QuotedSpeaker> named_;  ///< last, and in which region
  std::size_t named_in_ = 0;
  LineNumbers lines_;
  std::optional<ReferenceIndex> index_;
  DocumentCitations result_;
};

/// The detectors that a view rests on.
std::vector<const Detector*> detectors_of(CitationView view) {
  std::vector<const Detector*> wanted{&detectors::citation, &detectors::reference};
  const bool speakers = view == CitationView::voices || view == CitationView::speakers || view == CitationView::edges;
  if (speakers || view == CitationView::uncited) wanted.push_back(&detectors::attribution);
  if (view == CitationView::uncited)
    wanted.insert(wanted.end(), {&detectors::date, &detectors::number, &detectors::cause});
  return wanted;
}

}  // namespace

CitationReader::CitationReader(const Query& query, CitationView view)
    : query_(query), view_(view), detectors_(detectors_of(view)) {}

DocumentCitations CitationReader::read(const AnnotatedDocument& annotated, const Annotator& annotator) const {
  return Reading(annotated, annotator, query_, view_).read(query_.options().by, detectors_);
}

}  // namespace topos
