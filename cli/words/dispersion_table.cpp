// SPDX-License-Identifier: Apache-2.0
#include "words/dispersion_table.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "cells.hpp"
#include "messages.hpp"
#include "spread.hpp"
#include "terminal.hpp"
#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/statistics/dispersion.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::int64_t most_slices = 100'000;
constexpr std::int64_t terminal_barcode = 40;

double value_of(const Variant& measure, const Placements::Row& row, const PartCounts& parts) {
  if (const auto* spread = std::get_if<DispersionFunction>(&measure.function))
    return (*spread)({parts.sizes, parts.counts});
  const std::vector<std::uint64_t> positions = distinct_positions(row);
  return std::get<DistanceFunction>(measure.function)({positions, row.text->words});
}

/// One character for each stretch of the text: how many hits begin in it.
std::string barcode(const Placements::Row& row, std::uint64_t width) {
  std::string bars;
  for (const double hits : counts_by_slice(row, width).counts)
    bars += hits == 0 ? '.' : hits > 9 ? '+' : static_cast<char>('0' + static_cast<int>(hits));
  return bars;
}

std::string flags_of(const Placements::Row& row, const PartCounts& parts) {
  WarningFlags flags;
  const Spread spread = spread_over({parts.sizes, parts.counts});
  flags.raise(row.text->documents == 1, "W01");
  flags.raise(row.positions.size() < rare, "W04");
  flags.raise(spread.is_local(), "W06");
  flags.raise(row.text->duplicates > 0, "W12");
  flags.raise(row.draft, "W13");
  flags.raise(spread.few, "W24");
  return flags.text();
}

}  // namespace

void DispersionChoices::declare(Options& options) {
  options.section("Dispersion");
  options.text("--parts", parts, "KIND",
               "Parts: document, section, paragraph, or the number of equal slices of the whole text");
  measures.declare(options);
  options.number("--barcode", barcode, 0, 1000,
                 "Characters of a column that shows where hits stand; 40 on a terminal, none elsewhere");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
}

PartKind DispersionChoices::kind() const {
  if (parts == "section") return PartKind::section;
  if (parts == "paragraph") return PartKind::paragraph;
  if (parts != "document" && slices() == 0)
    throw Error(Errc::usage, "--parts takes document, section, paragraph or a whole number from 2 to " +
                                 std::to_string(most_slices) + ", not '" + printable(parts) + "'");
  return PartKind::document;
}

std::uint64_t DispersionChoices::slices() const {
  const auto number = parse_integer(parts);
  return number && *number >= 2 && *number <= most_slices ? static_cast<std::uint64_t>(*number) : 0;
}

DispersionTable::DispersionTable(const Query& query, const DispersionChoices& choices, const OutputGroup& output)
    : query_(query), measures_(choices.measures.chosen()), slices_(choices.slices()) {
  const bool shown = (output.path.empty() || output.path == "-") &&
                     (output.format.empty() || output.format == "table") && is_terminal(1);
  barcode_ = static_cast<std::uint64_t>(choices.barcode >= 0 ? choices.barcode : shown ? terminal_barcode : 0);
  // Every table has this column.
  std::erase_if(measures_, [](const Variant* one) { return one->id == "range"; });
}

std::vector<Column> DispersionTable::columns(bool several) const {
  std::vector<Column> columns;
  if (several) columns.push_back({"codebook"});
  columns.push_back({"code"});
  std::vector<Column> rest{{"n", true}, {"words", true}, {"parts", true}, {"range", true}};
  for (const Variant* measure : measures_) rest.push_back({std::string(measure->id), true});
  if (barcode_ > 0) rest.push_back({"barcode"});
  rest.push_back({"flags"});
  return columns_by(std::move(columns), query_.options().by, rest);
}

std::vector<Cell> DispersionTable::cells(const RowKey& key, const Placements::Row& row, bool several,
                                         std::set<std::string>& raised) const {
  const PartCounts parts = slices_ > 0 ? counts_by_slice(row, slices_) : counts_by_part(row);
  const auto range =
      parts.counts.size() - static_cast<std::size_t>(std::count(parts.counts.begin(), parts.counts.end(), 0.0));
  std::vector<Cell> cells;
  if (several) cells.emplace_back(std::string(key.codebook));
  cells.emplace_back(std::string(key.code));
  add_group(cells, key.group);
  add_counts(cells, {row.positions.size(), row.text->words, parts.sizes.size(), range});
  for (const Variant* measure : measures_) cells.emplace_back(value_of(*measure, row, parts));
  if (barcode_ > 0) cells.emplace_back(barcode(row, barcode_));
  const std::string flags = flags_of(row, parts);
  cells.push_back(text_or_nothing(flags));
  WarningFlags::gather(flags, raised);
  return cells;
}

Table DispersionTable::table(const Placements& placements) const {
  std::set<std::string_view> books;
  std::vector<const std::pair<const RowKey, Placements::Row>*> order;
  for (const auto& item : placements.rows()) {
    books.insert(item.first.codebook);
    order.push_back(&item);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    if (a->second.positions.size() != b->second.positions.size())
      return a->second.positions.size() > b->second.positions.size();
    if (a->first.code != b->first.code) return a->first.code < b->first.code;
    return a->first < b->first;
  });
  const bool several = books.size() > 1;
  Table table{columns(several), {}};
  std::set<std::string> raised;
  for (const auto* item : order) table.rows.push_back(cells(item->first, item->second, several, raised));
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
