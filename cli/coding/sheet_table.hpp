// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "coding/sheet_draw.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Makes the sheet that coders fill in, and the key that leads back to the texts.
class SheetTable {
 public:
  /// `codes`: columns of units that are no hits. Errors: Errc::usage, if there are none, too many, or one is called
  /// like another column.
  SheetTable(const SheetChoices& choices, std::vector<std::string> codes);
  /// Rows coder by coder. The first units, as many as --overlap says, are everybody's; the others are dealt out.
  [[nodiscard]] Table sheet(const std::vector<SheetUnit>& units) const;
  [[nodiscard]] Table key(const std::vector<SheetUnit>& units) const;

 private:
  [[nodiscard]] std::vector<Cell> row(const SheetUnit& unit, const std::string& coder) const;

  const SheetChoices& choices_;
  std::vector<std::string> coders_;
  std::vector<std::string> codes_;
  std::vector<Column> columns_;
};

}  // namespace topos::cli
