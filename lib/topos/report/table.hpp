// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace topos {

/// One cell: nothing (undefined), whole number, number, or text. A quiet NaN is written as nothing.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A cell whose text lies elsewhere: for rows that are written at once.
using CellView = std::variant<std::monostate, std::int64_t, double, std::string_view>;

[[nodiscard]] inline Cell owned_cell(const CellView& cell) {
  if (const auto* const text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* const whole = std::get_if<std::int64_t>(&cell)) return *whole;
  if (const auto* const number = std::get_if<double>(&cell)) return *number;
  return {};
}

/// Makes `text` of a cell, in the memory it has if it was text before.
inline void set_text(Cell& cell, std::string_view text) {
  if (auto* const held = std::get_if<std::string>(&cell))
    held->assign(text);
  else
    cell.emplace<std::string>(text);
}

struct Column {
  std::string name;
  bool numeric = false;  ///< right-aligned in a table for a terminal
  bool context_left =
      false;  ///< text whose end matters: right-aligned and cut at its left (the left context of a concordance)
};

/// Rows of cells under named columns: what every tabular command hands to a writer.
/// Invariant: each row has one cell for each column.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

}  // namespace topos
