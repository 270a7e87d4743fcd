// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "options/output.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Rows for formats that take them whole, as DelimitedWriter takes them cell by cell.
class ViewedRows {
 public:
  using Kept = CellView;

  explicit ViewedRows(TableOutput& out) : out_(out) {}
  [[nodiscard]] static Kept keep(const CellView& cell) { return cell; }
  [[nodiscard]] ViewedRows& line() { return *this; }
  void put(const Kept& cell) { cells_.push_back(cell); }
  void put(std::string_view text) { cells_.emplace_back(text); }
  void put(std::int64_t number) { cells_.emplace_back(number); }
  void put(double number) { cells_.emplace_back(number); }
  void put_nothing() { cells_.emplace_back(); }
  void end_row(ViewedRows&) {
    out_.row_of_views(cells_);
    cells_.clear();
  }

 private:
  TableOutput& out_;
  std::vector<CellView> cells_;
};

}  // namespace topos::cli
