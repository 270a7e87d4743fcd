// SPDX-License-Identifier: Apache-2.0
#include "coding/validation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"

namespace topos::cli {
namespace {

void add_code(std::vector<std::uint32_t>& codes, std::uint32_t code) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

/// Spans of one code, those that overlap joined.
std::vector<CodedSpan> joined(std::vector<CodedSpan> spans) {
  std::sort(spans.begin(), spans.end(), [](const CodedSpan& a, const CodedSpan& b) { return a.begin < b.begin; });
  std::vector<CodedSpan> out;
  for (const CodedSpan& span : spans)
    if (!out.empty() && span.begin < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  return out;
}

}  // namespace

DocumentCodes MachineCoder::code(const AnnotatedDocument& annotated, const Segmentation& segmentation) {
  DocumentCodes result;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  result.length = annotated.document.text.size();
  const bool spans = codings_.kind() == Codings::Kind::spans;
  const bool asked = spans && codings_.document_called(result.document) != NameList::none;
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_unit;
  const QueryResult& found = run_.run(annotated);
  for (const QueryHit& hit : found.hits) {
    const std::string_view name = found.row_of(hit).code;
    const std::uint32_t code = codings_.codes().find(name);
    if (code == NameList::none) {
      result.others.emplace(name);
      continue;
    }
    add_code(by_unit[unit_of(*hit.hit, kind_)], code);
    if (asked) result.spans.emplace_back(code, hit.span);
  }
  std::sort(result.spans.begin(), result.spans.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.begin) < std::tie(b.first, b.second.begin);
  });
  result.found.resize(codings_.codes().size());
  for (const TextUnit& unit : units_of(annotated, run_.query().parts(annotated), segmentation, kind_)) {
    ++result.units;
    const auto own = by_unit.find(unit.number);
    if (own != by_unit.end())
      for (const std::uint32_t code : own->second) ++result.found[code];
    std::string id = blind_unit_id(result.document, kind_, unit);
    if (!spans && codings_.units().find(id) == NameList::none) {
      id = plain_unit_id(result.document, kind_, unit);
      if (codings_.units().find(id) == NameList::none) continue;
    }
    if (spans && !asked) continue;
    result.coded.push_back(
        {std::move(id), unit.span, own == by_unit.end() ? std::vector<std::uint32_t>() : own->second});
  }
  return result;
}

std::size_t ComparedUnits::known_documents() const {
  std::set<std::uint32_t> known;
  for (std::size_t unit = 0; unit < documents.size(); ++unit) {
    if (ratings.given(unit).size() < std::min<std::size_t>(2, ratings.coders())) continue;
    if (documents[unit] == NameList::none) return 0;
    known.insert(documents[unit]);
  }
  return known.size();
}

void Validation::add(const DocumentCodes& one, bool duplicate) {
  others_.insert(one.others.begin(), one.others.end());
  if (one.units == 0) return;
  machine_ = true;
  const auto number = static_cast<std::uint32_t>(read_.size());
  read_.push_back({one.document, one.length, one.units, one.found, one.spans});
  const std::uint32_t document = codings_.document_called(one.document);
  if (codings_.kind() == Codings::Kind::spans && document != NameList::none) {
    if (codings_.documents()[document] == one.document)
      read_documents_[document] = number;
    else
      read_documents_.try_emplace(document, number);
    for (const Codings::Span& span : codings_.spans_of(document))
      if (span.span.end > one.length)
        throw Error(Errc::table,
                    "a span was coded that ends behind the " + std::to_string(one.length) + " bytes of " +
                        printable(one.document),
                    {}, "begin and end count bytes of the document's text, from 0");
  }
  const bool coded = codings_.kind() == Codings::Kind::spans ? document != NameList::none : !one.coded.empty();
  duplicates_ = duplicates_ || (coded && duplicate);
  drafts_ = drafts_ || (coded && one.draft);
  for (const DocumentCodes::Unit& unit : one.coded) {
    if (by_spans_) break;
    if (codings_.kind() == Codings::Kind::spans) codings_.add_unit(unit.id, document, unit.span);
    const std::uint32_t place = codings_.units().find(unit.id);
    if (place >= units_.size()) units_.resize(place + 1);
    units_[place] = {true, number, unit.codes};
  }
}

std::size_t Validation::unknown() const {
  if (codings_.kind() == Codings::Kind::spans) return codings_.documents().size() - read_documents_.size();
  std::size_t known = 0;
  for (const MachineUnit& unit : units_) known += unit.read;
  return codings_.units().size() - known;
}

std::vector<std::uint32_t> Validation::coders_of(std::uint32_t code) const {
  std::vector<std::uint32_t> coders;
  const Ratings ratings = by_spans_ ? Ratings(0, 0) : codings_.ratings(code);
  for (std::uint32_t coder = 0; coder < codings_.coders().size(); ++coder) {
    bool gave = by_spans_;
    for (std::size_t unit = 0; unit < ratings.units() && !gave; ++unit) gave = !std::isnan(ratings.at(coder, unit));
    if (gave) coders.push_back(coder);
  }
  std::sort(coders.begin(), coders.end(),
            [&](std::uint32_t a, std::uint32_t b) { return codings_.coders()[a] < codings_.coders()[b]; });
  return coders;
}

const std::string* Validation::document_of(std::uint32_t unit) const {
  if (unit < units_.size() && units_[unit].read) return &read_[units_[unit].document].document;
  const std::uint32_t document = codings_.document_of(unit);
  return document == NameList::none ? nullptr : &codings_.documents()[document];
}

ComparedUnits Validation::compare(const Ratings& ratings) const {
  std::vector<std::uint32_t> given;
  for (std::uint32_t unit = 0; unit < ratings.units(); ++unit)
    if (!ratings.given(unit).empty()) given.push_back(unit);
  std::sort(given.begin(), given.end(),
            [&](std::uint32_t a, std::uint32_t b) { return codings_.units()[a] < codings_.units()[b]; });
  ComparedUnits compared{Ratings(ratings.coders(), given.size()), {}, given};
  std::map<std::string_view, std::uint32_t> documents;
  for (const std::uint32_t unit : given)
    if (const std::string* document = document_of(unit)) documents.emplace(*document, 0);
  std::uint32_t number = 0;
  for (auto& [name, its] : documents) its = number++;
  for (std::size_t i = 0; i < given.size(); ++i) {
    for (std::size_t coder = 0; coder < ratings.coders(); ++coder)
      compared.ratings.at(coder, i) = ratings.at(coder, given[i]);
    const std::string* document = document_of(given[i]);
    compared.documents.push_back(document == nullptr ? NameList::none : documents.at(*document));
  }
  return compared;
}

ComparedUnits Validation::coders(std::uint32_t code) const {
  const Ratings all = codings_.ratings(code);
  const std::vector<std::uint32_t> coders = coders_of(code);
  Ratings ratings(coders.size(), all.units());
  for (std::size_t unit = 0; unit < all.units(); ++unit)
    for (std::size_t i = 0; i < coders.size(); ++i) ratings.at(i, unit) = all.at(coders[i], unit);
  return compare(ratings);
}

ComparedUnits Validation::machine(std::uint32_t code, std::optional<std::uint32_t> coder) const {
  const Ratings all = codings_.ratings(code);
  const bool hits = codings_.kind() == Codings::Kind::hits;
  Ratings ratings(2, all.units());
  for (std::size_t unit = 0; unit < all.units(); ++unit) {
    if (!hits && (unit >= units_.size() || !units_[unit].read)) continue;
    double people = undefined;
    if (coder) {
      people = all.at(*coder, unit);
    } else if (const std::vector<double> given = all.given(unit); !given.empty()) {
      double yes = 0;
      for (const double value : given) yes += value;
      const double share = yes / static_cast<double>(given.size());
      if (share != 0.5) people = share > 0.5;
    }
    if (std::isnan(people)) continue;
    ratings.at(0, unit) = people;
    ratings.at(1, unit) =
        hits || std::find(units_[unit].codes.begin(), units_[unit].codes.end(), code) != units_[unit].codes.end();
  }
  return compare(ratings);
}

std::vector<CountRow> Validation::detections(const ComparedUnits& compared, const UnitWeights* weights) const {
  std::map<std::string, std::vector<double>> rows;
  for (std::size_t i = 0; i < compared.places.size(); ++i) {
    const std::string* document = document_of(compared.places[i]);
    std::vector<double>& row = rows.try_emplace(document == nullptr ? std::string() : *document, 4).first->second;
    const bool people = compared.ratings.at(0, i) == 1;
    const bool machine = compared.ratings.at(1, i) == 1;
    row[people && machine ? 0
        : machine         ? 1
        : people          ? 2
                          : 3] += weights == nullptr ? 1 : weights->of(codings_.units()[compared.places[i]]);
  }
  std::vector<CountRow> counts;
  for (auto& [document, row] : rows) counts.push_back({document, {}, row});
  return counts;
}

const Validation::Read* Validation::read_of(std::uint32_t document) const {
  const auto at = read_documents_.find(document);
  return at == read_documents_.end() ? nullptr : &read_[at->second];
}

std::vector<std::uint32_t> Validation::documents_by_id() const {
  std::vector<std::uint32_t> documents;
  for (std::uint32_t document = 0; document < codings_.documents().size(); ++document) documents.push_back(document);
  std::sort(documents.begin(), documents.end(),
            [&](std::uint32_t a, std::uint32_t b) { return codings_.documents()[a] < codings_.documents()[b]; });
  return documents;
}

std::vector<CodedSpan> Validation::spans_of(std::uint32_t document, std::uint32_t code,
                                            std::optional<std::uint32_t> coder,
                                            const std::vector<std::uint32_t>& seers) const {
  std::vector<CodedSpan> spans;
  const auto add = [&](ByteSpan span) {
    if (!std::all_of(seers.begin(), seers.end(),
                     [&](std::uint32_t seer) { return codings_.saw(document, seer, span); }))
      return;
    const CodedSpan one{static_cast<double>(span.begin), static_cast<double>(span.end), 0};
    if (spans.empty() || spans.back().begin != one.begin || spans.back().end != one.end) spans.push_back(one);
  };
  if (coder) {
    for (const Codings::Span& span : codings_.spans_of(document))
      if (span.coder == *coder && span.code == code) add(span.span);
  } else if (const Read* read = read_of(document)) {
    for (const auto& [own, span] : read->spans)
      if (own == code) add(span);
  }
  return spans;
}

std::vector<CountRow> Validation::span_detections(std::uint32_t code, std::uint32_t first,
                                                  std::optional<std::uint32_t> second, SpanRule rule) const {
  std::vector<CountRow> rows;
  for (const std::uint32_t document : documents_by_id()) {
    if (!codings_.saw_document(document, first) ||
        (second ? !codings_.saw_document(document, *second) : read_of(document) == nullptr))
      continue;
    const std::vector<CodedSpan> people =
        spans_of(document, code, first, second ? std::vector{*second} : std::vector<std::uint32_t>());
    const std::vector<CodedSpan> others = spans_of(document, code, second, {first});
    const auto matched = static_cast<double>(matched_spans(people, others, rule));
    rows.push_back(
        {codings_.documents()[document],
         {},
         {matched, static_cast<double>(others.size()) - matched, static_cast<double>(people.size()) - matched, 0}});
  }
  return rows;
}

std::optional<Continuum> Validation::continuum(std::uint32_t code, const std::vector<std::uint32_t>& coders,
                                               bool machine) const {
  Continuum continuum;
  continuum.coders.resize(coders.size() + machine);
  for (const std::uint32_t document : documents_by_id()) {
    if (!std::all_of(coders.begin(), coders.end(),
                     [&](std::uint32_t coder) { return codings_.saw_document(document, coder); }))
      continue;
    if (std::any_of(coders.begin(), coders.end(),
                    [&](std::uint32_t coder) { return codings_.saw_stretches(document, coder); }))
      return std::nullopt;
    const Read* read = read_of(document);
    if (read == nullptr) {
      if (machine) continue;
      return std::nullopt;
    }
    for (std::size_t i = 0; i < continuum.coders.size(); ++i)
      for (CodedSpan span :
           joined(spans_of(document, code, i < coders.size() ? std::optional(coders[i]) : std::nullopt, {}))) {
        span.begin += continuum.length;
        span.end += continuum.length;
        continuum.coders[i].push_back(span);
      }
    continuum.length += static_cast<double>(read->length);
  }
  return continuum;
}

std::vector<CountRow> Validation::corpus(std::uint32_t code) const {
  std::vector<CountRow> rows;
  for (const Read& read : read_)
    rows.push_back({read.document, {}, {static_cast<double>(read.units), static_cast<double>(read.found[code])}});
  return rows;
}

}  // namespace topos::cli
