// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "measure_choice.hpp"
#include "session.hpp"
#include "topos/annotation/placements.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `dispersion` has.
struct DispersionChoices {
  std::string parts = "document";
  std::int64_t level = 0;
  std::int64_t barcode = -1;  ///< characters; -1: a column of them on a terminal only
  MeasureChoice measures{Family::dispersion, "juilland_d,dp,dp_norm,arf"};

  void declare(Options& options);
  /// What documents are cut into for --parts; of no interest for slices.
  /// Errors: Errc::usage.
  [[nodiscard]] PartKind kind() const;
  /// Slices of the whole text; 0: parts of documents.
  [[nodiscard]] std::uint64_t slices() const;
};

/// Makes the table of how evenly hits are spread.
class DispersionTable {
 public:
  /// Errors: Errc::usage, for a measure that there is not.
  DispersionTable(const Query& query, const DispersionChoices& choices, const OutputGroup& output);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table(const Placements& placements) const;

 private:
  [[nodiscard]] std::vector<Column> columns(bool several) const;
  [[nodiscard]] std::vector<Cell> cells(const RowKey& key, const Placements::Row& row, bool several,
                                        std::set<std::string>& raised) const;

  const Query& query_;
  std::vector<const Variant*> measures_;
  std::uint64_t slices_ = 0;
  std::uint64_t barcode_ = 0;
};

}  // namespace topos::cli
