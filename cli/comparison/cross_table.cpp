// SPDX-License-Identifier: Apache-2.0
#include "comparison/cross_table.hpp"

#include <algorithm>
#include <map>

#include "cells.hpp"
#include "comparison/document_rows.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double percent = 100;

}  // namespace

void CrossChoices::declare(Options& options) {
  options.section("Cross table");
  options.list("--rows", rows, "GLOB[,GLOB]", "Codes of the rows");
  options.list("--columns", columns, "GLOB[,GLOB]", "Codes of the columns");
  options.choice("--unit", unit, {"sentence", "paragraph", "document"}, "What both codes have to stand in");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  options.flag("--wide", wide, "One row a code, one column a code, with the numbers of units");
  interval.declare(options, {"t", "percentile", "expanded", "bca"},
                   "Interval of rates: from how documents differ (t) or from resampled documents; default: t");
  resampling.declare(options);
}

void CrossChoices::check() const {
  if (rows.empty() || columns.empty())
    throw Error(Errc::usage, "a cross table needs --rows and --columns", {},
                "for example --rows 'actor.*' --columns 'frame.*'");
}

CrossTable::CrossTable(const Query& query, const CrossChoices& choices, const CodeSides& sides)
    : query_(query), choices_(choices), sides_(sides) {
  refuse_hit_fields(query);
}

std::vector<CrossTable::Line> CrossTable::lines(const CodePairs& pairs) const {
  std::map<GroupKey, std::pair<std::vector<const RowKey*>, std::vector<const RowKey*>>> groups;
  for (const RowKey* code : pairs.codes()) {
    auto& [rows, columns] = groups[code->group];
    if (sides_.first(code->code)) rows.push_back(code);
    if (sides_.second(code->code)) columns.push_back(code);
  }
  std::vector<Line> lines;
  for (const auto& [group, codes] : groups)
    for (const RowKey* row : codes.first) {
      Line line{row, {}, {}, {}, 0};
      for (const RowKey* column : codes.second) {
        if (are_kin(row->code, column->code)) continue;
        line.columns.push_back(column);
        line.cells.push_back(pairs.row(*row, *column));
      }
      if (line.columns.empty()) continue;
      if (!choices_.wide) add_intervals(line, pairs);
      lines.push_back(std::move(line));
    }
  return lines;
}

void CrossTable::add_intervals(Line& line, const CodePairs& pairs) const {
  std::vector<std::vector<DocumentUnits>> counts;
  for (const PairRow& cell : line.cells) counts.push_back(pairs.documents_of(cell));
  const std::vector<std::span<const DocumentUnits>> columns(counts.begin(), counts.end());
  const CountRows rows =
      document_rows(pairs.names(), pairs.documents_of(line.row->group), pairs.documents_of(*line.row), columns);
  line.clusters = rows.rows();
  line.intervals = choices_.interval.of(rows, choices_.resampling, group_stream(line.row->group));
  for (Interval& one : line.intervals) one.upper = std::min(one.upper, 1.0);  // a share; NaN stays
}

std::string CrossTable::flags_of(const Line& line, const std::vector<PairRow>& cells, const CodePairs& pairs) const {
  const CodePairs::GroupFacts& group = pairs.facts(line.row->group);
  WarningFlags flags;
  flags.raise(group.documents == 1, "W01");
  flags.raise(!choices_.wide && line.clusters < least_documents, "W02");
  flags.raise(!choices_.wide && line.clusters >= least_documents && choices_.interval.too_narrow(line.clusters), "W26");
  flags.raise(
      pairs.facts(*line.row).units < rare ||
          std::any_of(cells.begin(), cells.end(), [](const PairRow& cell) { return cell.n > 0 && cell.n < rare; }),
      "W04");
  flags.raise(group.duplicates > 0, "W12");
  flags.raise(pairs.facts(*line.row).draft, "W13");
  return flags.text();
}

Table CrossTable::long_table(const std::vector<Line>& lines, const CodePairs& pairs,
                             std::set<std::string>& raised) const {
  std::vector<Column> codes{{"row"}, {"column"}};
  if (several_) codes.insert(codes.begin(), {{"codebook_row"}, {"codebook_column"}});
  Table table{columns_by(std::move(codes), query_.options().by,
                         {{"n", true},
                          {"n_row", true},
                          {"n_column", true},
                          {"units", true},
                          {"documents", true},
                          {"per_100", true},
                          {"lower", true},
                          {"upper", true},
                          {"flags"}}),
              {}};
  for (const Line& line : lines)
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const PairRow& cell = line.cells[i];
      const std::uint64_t n_row = pairs.facts(*line.row).units;
      std::vector<Cell> cells;
      if (several_) cells = {std::string(line.row->codebook), std::string(line.columns[i]->codebook)};
      cells.insert(cells.end(), {std::string(line.row->code), std::string(line.columns[i]->code)});
      add_group(cells, line.row->group);
      add_counts(cells, {cell.n, n_row, pairs.facts(*line.columns[i]).units, pairs.facts(line.row->group).units,
                         cell.documents});
      cells.emplace_back(percent * real(cell.n) / real(n_row));
      cells.insert(cells.end(), {Cell(percent * line.intervals[i].lower), Cell(percent * line.intervals[i].upper)});
      const std::string flags = flags_of(line, {cell}, pairs);
      WarningFlags::gather(flags, raised);
      cells.push_back(text_or_nothing(flags));
      table.rows.push_back(std::move(cells));
    }
  return table;
}

Table CrossTable::wide_table(const std::vector<Line>& lines, const CodePairs& pairs,
                             std::set<std::string>& raised) const {
  using Name = std::pair<std::string_view, std::string_view>;  // codebook and code
  std::set<Name> names;
  for (const Line& line : lines)
    for (const RowKey* column : line.columns) names.insert({column->codebook, column->code});
  std::vector<Column> rest{{"n_row", true}};
  for (const auto& [book, code] : names)
    rest.push_back({several_ ? std::string(book) + ':' + std::string(code) : std::string(code), true});
  rest.push_back({"flags"});
  std::vector<Column> first{{"row"}};
  if (several_) first.insert(first.begin(), {"codebook"});
  Table table{columns_by(std::move(first), query_.options().by, rest), {}};
  for (const Line& line : lines) {
    std::vector<Cell> cells;
    if (several_) cells.emplace_back(std::string(line.row->codebook));
    cells.emplace_back(std::string(line.row->code));
    add_group(cells, line.row->group);
    cells.push_back(whole(pairs.facts(*line.row).units));
    for (const Name& name : names) {
      std::uint64_t n = 0;
      for (std::size_t i = 0; i < line.cells.size(); ++i)
        if (Name(line.columns[i]->codebook, line.columns[i]->code) == name) n += line.cells[i].n;
      cells.push_back(are_kin(line.row->code, name.second) ? Cell() : whole(n));
    }
    const std::string flags = flags_of(line, line.cells, pairs);
    WarningFlags::gather(flags, raised);
    cells.push_back(text_or_nothing(flags));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table CrossTable::table(const CodePairs& pairs) {
  choices_.resampling.check(pairs.names());
  const std::vector<Line> all = lines(pairs);
  several_ = pairs.several_books();
  std::set<std::string> raised;
  Table table = choices_.wide ? wide_table(all, pairs, raised) : long_table(all, pairs, raised);
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
