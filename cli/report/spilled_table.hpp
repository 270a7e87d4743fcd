// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "topos/base/output_folder.hpp"
#include "topos/base/temporary_file.hpp"
#include "topos/report/writer.hpp"

namespace topos::cli {

/// A table that lies beside the page and has a row for each thing that was found: it grows in a temporary file. What
/// is larger than spreadsheets open with ease is packed with gzip.
class SpilledTable {
 public:
  /// `name`: of its file in tables/, without ending.
  SpilledTable(std::string name, const std::vector<Column>& columns);
  SpilledTable(const SpilledTable&) = delete;
  SpilledTable& operator=(const SpilledTable&) = delete;

  void row(std::span<const Cell> cells);
  [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
  /// Ends the table; "tables/NAME.tsv", or "tables/NAME.tsv.gz" if it is packed.
  [[nodiscard]] std::string file();
  /// Ends the table and writes it. Once.
  void write(OutputFolder& folder);

 private:
  void end();

  std::string name_;
  bool ended_ = false;
  TemporaryFile file_;
  std::uint64_t size_ = 0;
  std::uint64_t rows_ = 0;
  std::unique_ptr<TableWriter> writer_;
};

}  // namespace topos::cli
