// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/case_counter.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "topos/annotation/fields.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::uint32_t no_case = std::numeric_limits<std::uint32_t>::max();

}  // namespace

CaseSet::CaseSet(CaseFile file) : file_(std::move(file)) {
  for (const CaseDefinition& one : file_.cases) {
    filters_.emplace_back();
    try {
      if (!one.where.empty()) filters_.back().add(one.where);
    } catch (const Error& error) {
      throw Error(error.code(), "case '" + one.id + "': " + error.message(), one.where_place, error.hint());
    }
    for (const std::string& field : filters_.back().fields()) {
      if (field_kind(field) != FieldKind::document)
        throw Error(Errc::filter,
                    "case '" + one.id + "': cases are told apart by metadata, which '" + printable(field) + "' is not",
                    one.where_place);
      const bool known =
          std::any_of(fields_.begin(), fields_.end(), [&](const auto& other) { return other.first == field; });
      if (!known) fields_.emplace_back(field, one.where_place);
    }
  }
}

bool CaseSet::passes(std::size_t number, const Document& document) const {
  return filters_[number].matches([&](std::string_view field) { return document_field(document, field); });
}

std::size_t CaseSet::anchored(const HitKind& row) const {
  if (row.codebook != file_.book.id || !row.code.starts_with(case_prefix)) return file_.cases.size();
  const std::string_view id = row.code.substr(case_prefix.size());
  const auto found =
      std::find_if(file_.cases.begin(), file_.cases.end(), [&](const CaseDefinition& one) { return one.id == id; });
  return static_cast<std::size_t>(found - file_.cases.begin());
}

void CaseCounter::find_places(const AnnotatedDocument& annotated, const Segmentation& segmentation) {
  const QueryParts parts = run_.query().parts(annotated);
  places_.clear();
  of_.assign(segmentation.sentences.size() + 1, no_case);
  for (std::uint32_t i = 0; i < segmentation.sentences.size(); ++i) {
    const std::uint32_t region = segmentation.sentences[i].region;
    const std::uint32_t source = region < parts.group_of.size() ? parts.group_of[region] : QueryParts::none;
    if (source == QueryParts::none) continue;
    of_[i + 1] = static_cast<std::uint32_t>(places_.size());
    places_.push_back({i, source, {}, {}});
  }
}

/// Marks the sentences of each case.
void CaseCounter::give_text(const AnnotatedDocument& annotated, const QueryResult& found, DocumentCases& result) {
  const auto& cases = cases_.file().cases;
  std::vector<std::vector<bool>> marks(cases.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> mentions;
  const auto has = [&](std::uint32_t sentence) { return sentence < of_.size() && of_[sentence] != no_case; };
  std::vector<std::size_t> case_of;
  for (const QueryRow& row : found.rows) case_of.push_back(cases_.anchored(*row.kind));
  std::vector<bool> passes(cases.size());
  for (std::uint32_t number = 0; number < cases.size(); ++number) {
    passes[number] = cases_.passes(number, annotated.document);
    if (passes[number] && cases[number].code.empty()) marks[number].assign(places_.size(), true);
  }
  for (const QueryHit& hit : found.hits) {
    const std::size_t number = case_of[hit.row];
    if (number == cases.size() || !passes[number] || !has(hit.hit->sentence)) continue;
    auto& own = marks[number];
    own.resize(places_.size());
    const std::size_t at = of_[hit.hit->sentence];
    ++mentions[{static_cast<std::uint32_t>(number), places_[at].source}];
    const std::size_t first = at - std::min<std::size_t>(at, options_.around);
    const std::size_t last = std::min<std::size_t>(at + options_.around, places_.size() - 1);
    for (std::size_t place = first; place <= last; ++place) own[place] = true;
  }
  for (std::uint32_t number = 0; number < cases.size(); ++number)
    for (std::size_t place = 0; place < marks[number].size(); ++place)
      if (marks[number][place]) places_[place].cases.push_back(number);
  for (const auto& [place, n] : mentions) result.texts.push_back({place.first, place.second, 0, n, {}});
}

void CaseCounter::count_hits(const QueryResult& found, DocumentCases& result) {
  struct Key {
    std::uint32_t number, source, row;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, DocumentCases::Cell> cells;
  std::vector<bool> anchors;
  for (const QueryRow& row : found.rows) anchors.push_back(cases_.anchored(*row.kind) < cases_.file().cases.size());
  for (const QueryHit& hit : found.hits) {
    if (anchors[hit.row] || hit.hit->sentence >= of_.size() || of_[hit.hit->sentence] == no_case) continue;
    Place& place = places_[of_[hit.hit->sentence]];
    const bool again = std::find(place.rows.begin(), place.rows.end(), hit.row) != place.rows.end();
    if (!again) place.rows.push_back(hit.row);
    for (const std::uint32_t number : place.cases) {
      DocumentCases::Cell& cell = cells[{number, place.source, hit.row}];
      cell.kind = found.rows[hit.row].kind;
      ++cell.n;
      cell.sentences += again ? 0 : 1;
    }
  }
  for (const auto& cell : cells) {
    const auto text = std::find_if(result.texts.begin(), result.texts.end(), [&](const CaseText& one) {
      return one.number == cell.first.number && one.source == cell.first.source;
    });
    result.cells.push_back(cell.second);
    result.cells.back().text = static_cast<std::uint32_t>(text - result.texts.begin());
  }
}

void CaseCounter::count_overlaps(DocumentCases& result) const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> shared;
  for (const Place& place : places_)
    for (std::size_t i = 0; i < place.cases.size(); ++i)
      for (std::size_t j = i + 1; j < place.cases.size(); ++j) ++shared[{place.cases[i], place.cases[j]}];
  for (const auto& [pair, sentences] : shared) result.overlaps.push_back({pair.first, pair.second, sentences});
}

void CaseCounter::quote(const AnnotatedDocument& annotated, const Segmentation& segmentation, const QueryResult& found,
                        DocumentCases& result) const {
  for (const Place& place : places_) {
    const Sentence& sentence = segmentation.sentences[place.sentence];
    for (const std::uint32_t number : place.cases) {
      CaseQuotation one;
      one.number = number;
      one.codes = static_cast<std::uint32_t>(place.rows.size());
      one.words = sentence.words;
      one.sentence = place.sentence + 1;
      one.analysis_sentence = sentence.analysis;
      result.quotations.push_back(std::move(one));
    }
  }
  keep_best_quotations(result.quotations, options_.quotations);
  for (CaseQuotation& one : result.quotations) {
    const ByteSpan span = segmentation.sentences[one.sentence - 1].span;
    one.span = span;
    one.text = shown_text(span.in(annotated.document.text));
    one.line = 1 + static_cast<std::uint32_t>(
                       std::count(annotated.document.text.begin(), annotated.document.text.begin() + span.begin, '\n'));
    for (const std::uint32_t row : places_[of_[one.sentence]].rows)
      one.dimensions.append(one.dimensions.empty() ? "" : "; ").append(found.rows[row].kind->code);
  }
}

void keep_best_quotations(std::vector<CaseQuotation>& all, std::size_t most) {
  std::stable_sort(all.begin(), all.end(), [](const CaseQuotation& a, const CaseQuotation& b) {
    return std::tuple(a.number, b.codes, a.words) < std::tuple(b.number, a.codes, b.words);
  });
  std::vector<CaseQuotation> kept;
  std::size_t run = 0;
  std::uint32_t last = no_case;
  for (CaseQuotation& one : all) {
    run = one.number == last ? run + 1 : 1;
    last = one.number;
    if (run <= most) kept.push_back(std::move(one));
  }
  all = std::move(kept);
}

DocumentCases CaseCounter::count(const AnnotatedDocument& annotated, const Annotator& annotator) {
  DocumentCases result;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  for (const auto& [field, place] : cases_.fields())
    result.fields.push_back(document_field(annotated.document, field).has_value());
  const QueryResult& found = run_.run(annotated);
  result.selected = found.selected;
  if (!found.selected) return result;
  for (const QueryGroup& group : found.groups) result.sources.push_back(group.values);
  const Segmentation& segmentation = annotator.segmentation();
  find_places(annotated, segmentation);
  give_text(annotated, found, result);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> texts;
  for (std::uint32_t i = 0; i < result.texts.size(); ++i) texts[{result.texts[i].number, result.texts[i].source}] = i;
  for (const Place& place : places_)
    for (const std::uint32_t number : place.cases) {
      const auto [text, added] =
          texts.emplace(std::pair(number, place.source), static_cast<std::uint32_t>(result.texts.size()));
      if (added) result.texts.push_back({number, place.source, 0, 0, {}});
      result.texts[text->second].words += segmentation.sentences[place.sentence].words;
      result.texts[text->second].sentences.push_back(place.sentence + 1);
    }
  count_hits(found, result);
  count_overlaps(result);
  if (options_.quotations > 0) quote(annotated, segmentation, found, result);
  return result;
}

}  // namespace topos
