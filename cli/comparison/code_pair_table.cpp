// SPDX-License-Identifier: Apache-2.0
#include "comparison/code_pair_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

#include "association_value.hpp"
#include "cells.hpp"
#include "options/window.hpp"
#include "sort_key.hpp"
#include "topos/statistics/shuffle_null.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

/// What rows can be sorted by beside the measures.
enum : std::size_t { by_n_ab, by_expected, by_documents, by_p, by_a, first_measure };
constexpr std::array<std::string_view, first_measure> fixed_keys{"n_ab", "expected", "documents", "p", "a"};

}  // namespace

void PairChoices::declare(Options& options) {
  options.section("Pairs");
  options.choice("--unit", unit, {"sentence", "paragraph", "document"}, "What both codes have to stand in");
  options.text("--window", window, "WINDOW", "Within so many words of a hit of the first: N, NL,MR");
  options.list("--left", left, "GLOB[,GLOB]", "The first codes of pairs; else all");
  options.list("--right", right, "GLOB[,GLOB]", "The second codes of pairs; else all");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  measures.declare(options);
  options.number("--min", least, 1, 1'000'000'000, "Only pairs that stand together in so many units");
  options.number("--min-documents", least_documents, 1, 1'000'000'000, "Only pairs that do in so many documents");
  adjust.declare(options);
  options.text("--sort", sort, "COLUMN", "Sort by a measure, n_ab, expected, documents, p or a; else by n_ab");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N rows of each group");
  memory.declare(options);
}

PairOptions PairChoices::counting() const {
  PairOptions options;
  options.unit = unit_bound(unit);
  if (!window.empty()) options.window = parse_window(window);
  return options;
}

CodePairTable::CodePairTable(const Query& query, const PairChoices& choices, const CodeSides& sides)
    : query_(query), choices_(choices), sides_(sides), measures_(choices.measures.chosen()) {
  refuse_hit_fields(query);
  if (!choices.sort.empty()) key_ = sort_key(choices.sort, fixed_keys, measures_);
}

std::vector<PairRow> CodePairTable::wanted(const CodePairs& pairs) const {
  const bool sided = !choices_.left.empty() || !choices_.right.empty();
  const bool directed = !choices_.window.empty();
  std::vector<PairRow> rows;
  for (PairRow row : pairs.rows()) {
    if (row.n < static_cast<std::uint64_t>(choices_.least) ||
        row.documents < static_cast<std::uint64_t>(choices_.least_documents))
      continue;
    if (are_kin(row.a->code, row.b->code)) continue;
    if (directed && !sided && *row.b < *row.a) continue;
    const auto fits = [&] { return sides_.first(row.a->code) && sides_.second(row.b->code); };
    if (!fits()) {
      if (directed) continue;
      std::swap(row.a, row.b);
      if (!fits()) continue;
    }
    rows.push_back(row);
  }
  return rows;
}

CodePairTable::Line CodePairTable::line_of(const PairRow& row, const CodePairs& pairs) const {
  const CodePairs::CodeFacts& a = pairs.facts(*row.a);
  const CodePairs::CodeFacts& b = pairs.facts(*row.b);
  const CodePairs::GroupFacts& group = pairs.facts(row.a->group);
  const ContingencyTable counts =
      ContingencyTable::of_marginals(real(row.n), real(a.near), real(b.units), real(group.units));
  Line line{row, a.units, b.units, a.near, group.units, counts.E11(), undefined, undefined, undefined, {}};
  for (const Variant* measure : measures_) line.values.push_back(association_value(*measure, counts));
  std::vector<ShuffleStratum> strata;
  for (const PairStratum& one : pairs.strata(row))
    if (one.near_a > 0 && one.b > 0) strata.push_back({real(one.units), real(one.near_a), real(one.b)});
  const ShuffleNull null = shuffle_null(real(row.n), std::move(strata));
  line.shuffled = null.mean;
  if (group.documents >= fewest_documents) line.p = null.p;
  return line;
}

double CodePairTable::key_of(const Line& line) const {
  switch (key_) {
    case by_n_ab:
      return real(line.row.n);
    case by_expected:
      return line.expected;
    case by_documents:
      return real(line.row.documents);
    case by_p:
      return -line.p;
    case by_a:
      return 0;
    default:
      return line.values[key_ - first_measure];
  }
}

void CodePairTable::arrange(std::vector<Line>& lines) const {
  std::sort(lines.begin(), lines.end(), [&](const Line& x, const Line& y) {
    if (x.row.a->group != y.row.a->group) return x.row.a->group < y.row.a->group;
    if (const int order = compare_keys(key_of(x), key_of(y)); order != 0) return order < 0;
    return std::tie(*x.row.a, *x.row.b) < std::tie(*y.row.a, *y.row.b);
  });
  limit_runs(lines, choices_.limit, [](const Line& x, const Line& y) { return x.row.a->group == y.row.a->group; });
}

std::vector<Column> CodePairTable::columns() const {
  std::vector<Column> rest;
  for (const char* name : {"n_ab", "n_a", "n_b"}) rest.push_back({name, true});
  if (!choices_.window.empty()) rest.push_back({"span_words", true});
  for (const char* name : {"units", "expected", "documents"}) rest.push_back({name, true});
  for (const Variant* measure : measures_) rest.push_back({std::string(measure->id), true});
  rest.insert(rest.end(), {{"shuffled", true}, {"p", true}, {"p_adjusted", true}, {"flags"}});
  std::vector<Column> codes{{"a"}, {"b"}};
  if (several_) codes.insert(codes.begin(), {{"codebook_a"}, {"codebook_b"}});
  return columns_by(std::move(codes), query_.options().by, rest);
}

std::string CodePairTable::flags_of(const Line& line, const CodePairs& pairs) const {
  const CodePairs::GroupFacts& group = pairs.facts(line.row.a->group);
  WarningFlags flags;
  flags.raise_few_documents(group.documents);
  flags.raise(line.row.n < rare, "W04");
  flags.raise(group.duplicates > 0, "W12");
  flags.raise(pairs.facts(*line.row.a).draft || pairs.facts(*line.row.b).draft, "W13");
  flags.raise(!std::isnan(line.p) && tested_ > large_family, "W22");
  return flags.text();
}

std::vector<Cell> CodePairTable::cells(const Line& line, const std::string& flags) const {
  std::vector<Cell> cells;
  if (several_) cells = {std::string(line.row.a->codebook), std::string(line.row.b->codebook)};
  cells.insert(cells.end(), {std::string(line.row.a->code), std::string(line.row.b->code)});
  add_group(cells, line.row.a->group);
  add_counts(cells, {line.row.n, line.n_a, line.n_b});
  if (!choices_.window.empty()) cells.push_back(whole(line.near_a));
  cells.insert(cells.end(), {whole(line.units), Cell(line.expected), whole(line.row.documents)});
  for (const double value : line.values) cells.emplace_back(value);
  cells.insert(cells.end(), {Cell(line.shuffled), Cell(line.p), Cell(line.p_adjusted)});
  cells.push_back(text_or_nothing(flags));
  return cells;
}

Table CodePairTable::table(const CodePairs& pairs) {
  std::vector<Line> lines;
  for (const PairRow& row : wanted(pairs)) lines.push_back(line_of(row, pairs));
  tested_ = choices_.adjust.adjust(lines);  // what --limit leaves out is tested all the same
  arrange(lines);
  several_ = pairs.several_books();
  Table table{columns(), {}};
  std::set<std::string> raised;
  for (const Line& line : lines) {
    const std::string flags = flags_of(line, pairs);
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells(line, flags));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
