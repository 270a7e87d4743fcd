// SPDX-License-Identifier: Apache-2.0
#include "words/collocate_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "association_value.hpp"
#include "cells.hpp"
#include "options/window.hpp"
#include "sort_key.hpp"
#include "topos/statistics/shuffle_null.hpp"
#include "warning_flags.hpp"
#include "word_list.hpp"

namespace topos::cli {
namespace {

/// What rows can be sorted by beside the measures.
enum : std::size_t { by_n, by_n_collocate, by_expected, by_documents, by_collocate, first_measure };
constexpr std::array<std::string_view, first_measure> collocate_keys{"n", "n_collocate", "expected", "documents",
                                                                     "collocate"};

}  // namespace

void CollocateChoices::declare(Options& options) {
  options.section("Collocates");
  options.text("--window", window, "WINDOW", "Words around a hit: N on both sides, NL,MR, or 'sentence'");
  options.flag("--numbers", numbers, "Numbers are collocates, too");
  options.flag("--punctuation", punctuation, "Count punctuation as words are counted");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
  measures.declare(options);
  options.number("--min", least, 1, 1'000'000'000,
                 "Only collocates that stand in the windows so many times; default: 3");
  options.number("--min-documents", least_documents, 1, 1'000'000'000, "Only collocates that do in so many documents");
  options.text("--stop", stop, "FILE", "Words that get no row, one a line");
  options.text("--sort", sort, "COLUMN",
               "Sort by a measure, n, n_collocate, expected, documents or collocate; else by the first measure");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N rows of each node and group");
  options.flag("--null", null, "Compare with words shuffled within each document");
  adjust.declare(options);
  memory.declare(options);
}

CollocateOptions CollocateChoices::counting() const { return {parse_window(window), numbers, punctuation}; }

CollocateTable::CollocateTable(const Query& query, const CollocateChoices& choices)
    : query_(query), choices_(choices), measures_(choices.measures.chosen()) {
  if (!choices.stop.empty()) stop_ = read_stop_list(choices.stop);
  key_ = !choices.sort.empty() ? sort_key(choices.sort, collocate_keys, measures_)
         : measures_.empty()   ? std::size_t{by_n}
                               : std::size_t{first_measure};
}

double CollocateTable::key_of(const Line& line) const {
  switch (key_) {
    case by_n:
      return real(line.row.n);
    case by_n_collocate:
      return real(line.row.n_collocate);
    case by_expected:
      return line.expected;
    case by_documents:
      return real(line.row.documents);
    case by_collocate:
      return 0;
    default:
      return line.values[key_ - first_measure];
  }
}

std::vector<CollocateTable::Line> CollocateTable::lines(Collocations& collocations) const {
  std::vector<Line> lines;
  collocations.rows(
      query_.options().by, static_cast<std::uint64_t>(choices_.least),
      [&](CollocateRow row, const std::function<Collocations::Strata()>& strata) {
        if (row.documents < static_cast<std::uint64_t>(choices_.least_documents) || stop_.contains(row.collocate))
          return;
        const ContingencyTable counts =
            ContingencyTable::of_marginals(real(row.n), real(row.span_words), real(row.n_collocate), real(row.words));
        Line line{std::move(row), counts.E11(), undefined, undefined, undefined, {}, 0};
        for (const Variant* measure : measures_) line.values.push_back(association_value(*measure, counts));
        line.key = key_of(line);
        if (choices_.null) add_null(line, collocations, strata());
        lines.push_back(std::move(line));
      });
  return lines;
}

void CollocateTable::add_null(Line& line, const Collocations& collocations, const Collocations::Strata& strata) const {
  std::vector<ShuffleStratum> documents;
  for (const CollocateStratum& one : strata)
    documents.push_back({real(one.words), real(one.span_words), real(one.n_collocate)});
  const ShuffleNull null = shuffle_null(real(line.row.n), std::move(documents));
  line.shuffled = null.mean;
  if (collocations.facts(*line.row.node, query_.options().by).documents >= fewest_documents) line.p = null.p;
}

void CollocateTable::arrange(std::vector<Line>& lines) const {
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    if (a.row.node != b.row.node) return *a.row.node < *b.row.node;
    if (const int order = compare_keys(a.key, b.key); order != 0) return order < 0;
    return a.row.collocate < b.row.collocate;
  });
  limit_runs(lines, choices_.limit, [](const Line& a, const Line& b) { return a.row.node == b.row.node; });
}

std::vector<Column> CollocateTable::columns(bool several) const {
  std::vector<Column> rest{{"collocate"}};
  for (const char* name : {"n", "n_node", "n_collocate", "span_words", "words", "expected", "documents"})
    rest.push_back({name, true});
  for (const Variant* measure : measures_) rest.push_back({std::string(measure->id), true});
  if (choices_.null) rest.insert(rest.end(), {{"shuffled", true}, {"p", true}, {"p_adjusted", true}});
  rest.push_back({"flags"});
  std::vector<Column> columns;
  if (several) columns.push_back({"codebook"});
  columns.push_back({"node"});
  return columns_by(std::move(columns), query_.options().by, rest);
}

std::string CollocateTable::flags_of(const Line& line, const Collocations& collocations) const {
  const Collocations::GroupFacts& facts = collocations.facts(*line.row.node, query_.options().by);
  WarningFlags flags;
  flags.raise(facts.documents == 1, "W01");
  flags.raise(choices_.null && facts.documents < fewest_documents, "W02");
  flags.raise(line.row.n < rare, "W04");
  flags.raise(facts.duplicates > 0, "W12");
  flags.raise(collocations.is_draft(*line.row.node), "W13");
  flags.raise(!std::isnan(line.p) && tested_ > large_family, "W22");
  return flags.text();
}

std::vector<Cell> CollocateTable::cells(const Line& line, bool several, const std::string& flags) const {
  const CollocateRow& row = line.row;
  std::vector<Cell> cells;
  if (several) cells.emplace_back(std::string(row.node->codebook));
  cells.emplace_back(std::string(row.node->code));
  add_group(cells, row.node->group);
  cells.emplace_back(row.collocate);
  add_counts(cells, {row.n, row.n_node, row.n_collocate, row.span_words, row.words});
  cells.emplace_back(line.expected);
  cells.push_back(whole(row.documents));
  for (const double value : line.values) cells.emplace_back(value);
  if (choices_.null) cells.insert(cells.end(), {Cell(line.shuffled), Cell(line.p), Cell(line.p_adjusted)});
  cells.push_back(text_or_nothing(flags));
  return cells;
}

Table CollocateTable::table(Collocations& collocations) {
  std::vector<Line> all = lines(collocations);
  tested_ = choices_.adjust.adjust(all);  // what --limit leaves out is tested all the same
  arrange(all);
  const bool several = std::any_of(all.begin(), all.end(), [&](const Line& line) {
    return line.row.node->codebook != all.front().row.node->codebook;
  });
  Table table{columns(several), {}};
  std::set<std::string> raised;
  for (const Line& line : all) {
    const std::string flags = flags_of(line, collocations);
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells(line, several, flags));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
