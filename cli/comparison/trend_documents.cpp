// SPDX-License-Identifier: Apache-2.0
#include "comparison/trend_documents.hpp"

#include <algorithm>
#include <cmath>

#include "cells.hpp"
#include "messages.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/text/line_reader.hpp"

namespace topos::cli {
namespace {

/// The value of a field in whatever case the author of a table wrote its name.
std::string_view any_case(const Document& document, std::string_view field) {
  if (const std::string* value = document.metadata.find(field)) return *value;
  for (const auto& [name, value] : document.metadata.all())
    if (lower_ascii(name) == field) return value;
  return {};
}

/// What reading derives years and periods from.
std::optional<Date> date_of(const Document& document) {
  const std::string_view date = any_case(document, "date");
  return parse_date(date.empty() ? any_case(document, "year") : date);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

double number(std::string_view digits) {
  double value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Names of periods between dates do not sort as the periods do.
int rank_of(std::string_view period) { return period.starts_with("before ") ? 0 : period.starts_with("from ") ? 2 : 1; }

}  // namespace

double periods_a_year(std::string_view bin) { return bin == "month" ? 12 : bin == "quarter" ? 4 : 1; }

std::optional<double> time_of(std::string_view period, std::string_view bin) {
  const std::string_view mark = bin == "month" ? "-" : bin == "quarter" ? "-Q" : "";
  const std::size_t digits = bin == "month" ? 2 : bin == "quarter" ? 1 : 0;
  if (period.size() != 4 + mark.size() + digits || !is_number(period.substr(0, 4)) ||
      period.substr(4, mark.size()) != mark)
    return std::nullopt;
  const double year = number(period.substr(0, 4));
  if (digits == 0) return year;
  const std::string_view part = period.substr(4 + mark.size());
  if (!is_number(part) || number(part) < 1 || number(part) > periods_a_year(bin)) return std::nullopt;
  return year + (number(part) - 1) / periods_a_year(bin);
}

TrendDocuments::TrendDocuments(const Query& query, const TrendChoices& choices)
    : query_(query), choices_(choices), documents_(choices.resampling) {
  for (const std::string& field : query.options().by) {
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::filter, "documents stand in time, which '" + printable(field) + "' does not tell apart", {},
                  "say --by with a metadata field");
    if (field == choices.period_field())
      throw Error(Errc::usage, "the rows are those of the field '" + printable(field) + "' already", {},
                  "leave it out of --by");
  }
}

TrendOrigin TrendDocuments::look(const AnnotatedDocument& annotated) const {
  const Document& document = annotated.document;
  const auto value = [&](std::string_view field) { return std::string(document_field(document, field).value_or("")); };
  TrendOrigin origin;
  origin.counted = CountedDocuments::look(document, choices_.resampling);
  if (!choices_.strata.empty()) origin.stratum = value(choices_.strata);
  origin.source = !choices_.strata.empty()              ? origin.stratum
                  : choices_.resampling.cluster.empty() ? value("source")
                                                        : origin.counted.cluster;
  origin.period = value(choices_.period_field());
  if (choices_.bin != "period" && !time_of(origin.period, choices_.period_field())) origin.period.clear();
  origin.date = date_of(document);
  return origin;
}

void TrendDocuments::add(const DocumentTally& tally, TrendOrigin origin, bool twin) {
  if (documents_.add(tally, std::move(origin.counted), twin)) origins_.push_back(std::move(origin));
}

void TrendDocuments::check() const {
  documents_.check();
  const bool within = std::find(by().begin(), by().end(), "language") != by().end();
  if (!choices_.force && choices_.strata != "language" && !within)
    documents_.refuse_languages(documents_.all(), "say --where language=…, --by language, or --force");
  if (!choices_.strata.empty() && !origins_.empty() &&
      std::all_of(origins_.begin(), origins_.end(), [](const TrendOrigin& one) { return one.stratum.empty(); }))
    throw Error(Errc::filter, "no document has a field '" + printable(choices_.strata) + "' to compare within");
}

bool TrendDocuments::several_books() const {
  std::set<std::string_view> books;
  for (const auto& [key, units] : documents_.counts().rows()) books.insert(key.codebook);
  return books.size() > 1;
}

std::vector<GroupKey> TrendDocuments::groups() const {
  std::vector<GroupKey> groups;
  for (const auto& [group, documents] : documents_.counts().texts()) groups.push_back(group);
  return groups;
}

TrendDocuments::Periods TrendDocuments::periods_of(const GroupKey& group) const {
  std::map<std::pair<int, std::string>, Numbers> periods;
  for (const std::uint32_t document : documents_.of_group(group))
    if (const std::string& period = origins_[document].period; !period.empty())
      periods[{rank_of(period), period}].push_back(document);
  Periods sorted;
  for (auto& [key, documents] : periods) sorted.emplace_back(key.second, std::move(documents));
  return sorted;
}

void TrendDocuments::tell_gaps() const {
  if (origins_.empty()) return;
  const std::string field = choices_.period_field();
  std::set<std::string> periods;
  std::size_t undated = 0;
  for (const TrendOrigin& one : origins_)
    if (one.period.empty())
      ++undated;
    else
      periods.insert(one.period);
  if (periods.empty())
    throw Error(Errc::filter, "no document has a date that tells its " + field, {},
                "give dates with --metadata, --name-pattern or a header");
  if (undated > 0)
    note(std::to_string(undated) + " documents whose date does not tell their " + field + " are left out");
  if (field == "period") return;
  const double span = *time_of(*periods.rbegin(), field) - *time_of(*periods.begin(), field);
  const long missing = std::lround(span * periods_a_year(field)) + 1 - static_cast<long>(periods.size());
  if (missing > 0)
    note(std::to_string(missing) + " periods between the first and the last (" + field + ") have no documents");
}

std::map<TrendDocuments::Code, std::span<const DocumentUnits>> TrendDocuments::codes_of(const GroupKey& group) const {
  std::map<Code, std::span<const DocumentUnits>> codes;
  for (const auto& [key, units] : documents_.counts().rows()) {
    if (key.group != group) continue;
    std::uint64_t n = 0;
    for (const DocumentUnits& one : units) n += one.units;
    if (n >= static_cast<std::uint64_t>(choices_.least)) codes[{key.codebook, key.code}] = units;
  }
  return codes;
}

double TrendDocuments::source_change(const Numbers& before, const Numbers& after) const {
  if (before.empty() || after.empty()) return undefined;
  std::map<std::string_view, std::pair<double, double>> sources;
  for (const std::uint32_t document : before) ++sources[origins_[document].source].first;
  for (const std::uint32_t document : after) ++sources[origins_[document].source].second;
  if (sources.contains("")) return undefined;
  double distance = 0;
  for (const auto& [source, documents] : sources)
    distance += std::max(0.0, documents.first / static_cast<double>(before.size()) -
                                  documents.second / static_cast<double>(after.size()));
  return distance;
}

HitsWithin hits_within(const TrendDocuments& all, std::span<const DocumentUnits> units,
                       const TrendDocuments::Numbers& documents) {
  HitsWithin hits;
  auto at = units.begin();
  for (const std::uint32_t document : documents) {
    while (at != units.end() && at->document < document) ++at;
    if (at == units.end() || at->document != document || at->units == 0) continue;
    hits.n += at->units;
    ++hits.documents;
    hits.draft = hits.draft || all.documents().is_draft(document);
  }
  return hits;
}

}  // namespace topos::cli
