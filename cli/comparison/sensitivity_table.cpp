// SPDX-License-Identifier: Apache-2.0
#include "comparison/sensitivity_table.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "cells.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double large_share = 0.5;  // W05

/// What a table of these lines has in common.
struct Layout {
  bool books = false;     ///< codes come from several codebooks
  bool compares = false;  ///< there are two groups
  bool clusters = false;  ///< units are clusters
  bool drawn = false;     ///< words are drawn
  std::vector<std::string> by;
};

const char* name_of(Variation variation, const Layout& layout) {
  switch (variation) {
    case Variation::nothing:
      return "none";
    case Variation::pattern:
      return "pattern";
    case Variation::unit:
      return layout.clusters ? "cluster" : "document";
    case Variation::regions:
      return "regions";
    case Variation::weights:
      return "weights";
    case Variation::length:
      return "length";
  }
  return "";
}

const char* name_of(Turn turn) { return turn == Turn::flip ? "flip" : turn == Turn::sign ? "sign" : ""; }

std::vector<Column> columns_of(const Layout& layout) {
  std::vector<Column> first;
  if (layout.books) first.push_back({"codebook"});
  first.push_back({"code"});
  std::vector<Column> rest;
  if (layout.compares) rest = {{"a"}, {"b"}};
  rest.insert(rest.end(), {{"variant"}, {"changed"}});
  for (const char* name : {"n", "delta", "change", "rank_shift", "tau"}) rest.push_back({name, true});
  if (layout.compares)
    for (const char* name : {"difference", "lower", "upper"}) rest.push_back({name, true});
  if (layout.drawn) rest.push_back({"holds", true});
  rest.insert(rest.end(), {{"flags"}, {"conclusion_flips"}});
  return columns_by(std::move(first), layout.by, rest);
}

std::string flags_of(const SensitivityLine& line, const Layout& layout) {
  WarningFlags flags;
  if (layout.compares)
    line.comparison->raise(flags, line.units, line.lone_unit);
  else
    flags.raise(line.comparison->duplicates, "W12");
  flags.raise(line.n_all < rare, "W04");
  // An expression is one pattern: that its hits hang on it is no news.
  flags.raise(line.variation == Variation::pattern && line.code.first != "expressions" && line.n_all >= rare &&
                  line.n < (1 - large_share) * line.n_all,
              "W05");
  flags.raise(line.draft, "W13");
  return flags.text();
}

/// Whole numbers as such; sums of weights may be none.
Cell number(double value) { return value == std::floor(value) ? Cell(static_cast<std::int64_t>(value)) : Cell(value); }

std::vector<Cell> cells_of(const SensitivityLine& line, const Layout& layout, const std::string& flags) {
  std::vector<Cell> cells;
  if (layout.books) cells.emplace_back(std::string(line.code.first));
  cells.emplace_back(std::string(line.code.second));
  add_group(cells, layout.by.empty() ? GroupKey() : line.comparison->by);
  if (layout.compares) cells.insert(cells.end(), {Cell(line.comparison->names[1]), Cell(line.comparison->names[0])});
  cells.insert(cells.end(), {Cell(std::string(name_of(line.variation, layout))), text_or_nothing(line.changed)});
  cells.push_back(number(line.n));
  // Of fewer words there are fewer hits, which says nothing.
  const double delta = line.variation == Variation::length ? undefined : line.n - line.n_all;
  cells.push_back(std::isnan(delta) ? Cell() : number(delta));
  cells.emplace_back(line.n_all > 0 ? delta / line.n_all : undefined);
  cells.push_back(std::isnan(line.rank_shift) ? Cell() : number(line.rank_shift));
  cells.emplace_back(line.tau);
  const RateContrast& of = line.contrast;
  if (layout.compares)
    for (const double value : {of.difference, of.difference_interval.lower, of.difference_interval.upper})
      cells.emplace_back(rate_base * value);
  if (layout.drawn) cells.emplace_back(line.holds);
  cells.insert(cells.end(), {text_or_nothing(flags), text_or_nothing(name_of(line.turn))});
  return cells;
}

/// Codes by their hits, each with what changes it most at the head of its kind.
void arrange(std::vector<SensitivityLine>& lines) {
  const auto key = [](const SensitivityLine& line) {
    return std::tuple(line.comparison, -line.n_all, line.code, line.variation,
                      line.variation == Variation::unit ? 0 : -std::abs(line.n - line.n_all));
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const SensitivityLine& x, const SensitivityLine& y) { return key(x) < key(y); });
}

}  // namespace

Table sensitivity_table(const ComparedGroups& groups, const VariedCounts& varied, const SensitivityChoices& choices,
                        const std::vector<std::string>& by) {
  const std::vector<Comparison> comparisons = groups.comparisons();
  std::vector<SensitivityLine> lines;
  std::set<std::string_view> books;
  PairedClusters paired;
  for (const Comparison& comparison : comparisons)
    for (SensitivityLine& line : SensitivityLines(groups, comparison, varied, choices, paired).lines()) {
      books.insert(line.code.first);
      lines.push_back(std::move(line));
    }
  arrange(lines);
  Layout layout{
      books.size() > 1, choices.groups.compares(by), !choices.groups.resampling.cluster.empty(), choices.lengths, {}};
  if (!choices.groups.target.empty()) layout.by = by;
  Table table{columns_of(layout), {}};
  std::set<std::string> raised;
  for (const SensitivityLine& line : lines) {
    const std::string flags = flags_of(line, layout);
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells_of(line, layout, flags));
  }
  paired.tell("in both groups");
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
