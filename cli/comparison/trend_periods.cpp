// SPDX-License-Identifier: Apache-2.0
#include "comparison/trend_periods.hpp"

#include <algorithm>

#include "cells.hpp"
#include "comparison/document_rows.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

/// What the codes of a group have in one period.
struct PeriodRows {
  std::size_t units = 0;  ///< documents or clusters
  bool repeated = false;
  bool twins = false;
  bool furniture = false;
  std::vector<Interval> intervals;  ///< one for each code
};

using Codes = std::map<TrendDocuments::Code, std::span<const DocumentUnits>>;

PeriodRows rows_of(const TrendDocuments& all, const TrendDocuments::Numbers& documents, const Codes& codes,
                   const TrendChoices& choices, std::uint64_t stream) {
  PeriodRows rows;
  rows.repeated = all.documents().repeated(documents);
  rows.twins = all.documents().has_twins(documents);
  rows.furniture = all.documents().has_furniture(documents);
  std::vector<DocumentUnits> words;
  for (const std::uint32_t document : documents) words.push_back({document, all.documents().words(document)});
  std::vector<std::span<const DocumentUnits>> columns;
  for (const auto& [code, units] : codes) columns.push_back(units);
  rows.units = document_rows(all.documents().names(), documents, words, {}).rows();
  rows.intervals.resize(columns.size(), {undefined, undefined});
  if (!choices.interval.wanted() || rows.units < least_documents) return rows;
  for (std::size_t begin = 0; begin < columns.size(); begin += columns_at_a_time) {
    const std::size_t size = std::min(columns_at_a_time, columns.size() - begin);
    const CountRows counts =
        document_rows(all.documents().names(), documents, words, std::span(columns).subspan(begin, size));
    const std::vector<Interval> some = choices.interval.of(counts, choices.resampling, stream);
    std::copy(some.begin(), some.end(), rows.intervals.begin() + static_cast<std::ptrdiff_t>(begin));
  }
  return rows;
}

std::string flags_of(const PeriodRows& rows, const HitsWithin& hits, std::size_t documents,
                     const TrendChoices& choices) {
  const bool estimated = choices.interval.wanted() && rows.units >= least_documents;
  WarningFlags flags;
  flags.raise(documents == 1, "W01");
  flags.raise(choices.interval.wanted() && rows.units < least_documents, "W02");
  flags.raise(hits.n > 0 && hits.n < rare, "W04");
  flags.raise(rows.furniture, "W07");
  flags.raise(rows.twins, "W12");
  flags.raise(hits.draft, "W13");
  flags.raise(choices.times_from_names, "W15");
  flags.raise(estimated && rows.repeated, "W25");
  flags.raise(estimated && choices.interval.too_narrow(rows.units), "W26");
  return flags.text();
}

std::vector<Column> columns_of(const TrendDocuments& all, const TrendChoices& choices) {
  std::vector<Column> first;
  if (all.several_books()) first.push_back({"codebook"});
  first.push_back({"code"});
  std::vector<Column> rest{{choices.period_field()}};
  for (const char* name : {"n", "words", "documents", "total_documents", "rate"}) rest.push_back({name, true});
  if (choices.interval.wanted())
    for (const char* name : {"lower", "upper"}) rest.push_back({name, true});
  rest.push_back({"flags"});
  return columns_by(std::move(first), all.by(), rest);
}

}  // namespace

Table period_table(const TrendDocuments& all, const TrendChoices& choices) {
  all.tell_gaps();
  Table table{columns_of(all, choices), {}};
  const bool books = all.several_books();
  std::set<std::string> raised;
  for (const GroupKey& group : all.groups()) {
    const Codes codes = all.codes_of(group);
    const TrendDocuments::Periods periods = all.periods_of(group);
    std::vector<PeriodRows> rows;
    for (const auto& [period, documents] : periods) {
      GroupKey name = group;
      name.push_back(period);
      rows.push_back(rows_of(all, documents, codes, choices, group_stream(name)));
    }
    std::size_t number = 0;
    for (const auto& [code, units] : codes) {
      for (std::size_t i = 0; i < periods.size(); ++i) {
        const auto& [period, documents] = periods[i];
        const HitsWithin hits = hits_within(all, units, documents);
        const std::uint64_t words = all.documents().words(documents);
        const std::string flags = flags_of(rows[i], hits, documents.size(), choices);
        WarningFlags::gather(flags, raised);
        std::vector<Cell> cells;
        if (books) cells.emplace_back(std::string(code.first));
        cells.emplace_back(std::string(code.second));
        add_group(cells, group);
        cells.emplace_back(period);
        add_counts(cells, {hits.n, words, hits.documents, documents.size()});
        cells.push_back(words == 0 ? Cell() : Cell(rate_base * real(hits.n) / real(words)));
        if (choices.interval.wanted())
          for (const double end : {rows[i].intervals[number].lower, rows[i].intervals[number].upper})
            cells.emplace_back(rate_base * end);
        cells.push_back(text_or_nothing(flags));
        table.rows.push_back(std::move(cells));
      }
      ++number;
    }
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
