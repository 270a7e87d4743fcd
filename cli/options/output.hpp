// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "options.hpp"
#include "topos/base/io.hpp"
#include "topos/report/provenance.hpp"
#include "topos/report/table.hpp"
#include "topos/report/writer.hpp"

namespace topos::cli {

/// Where and how a table is written: -o, --format, --digits, --provenance, --quiet, --color.
struct OutputGroup {
  std::string path;
  std::string format;  ///< empty: `table` on a terminal, `tsv` elsewhere
  std::int64_t digits = -1;
  bool provenance = false;

  void declare(Options& options);
  /// The same for commands that write the record stream or plain text: without --format and --digits.
  void declare_plain(Options& options);

  /// Errors: Errc::usage, if -o names one of the inputs.
  void refuse_inputs(const std::vector<std::string>& inputs) const;
};

/// Writes rows to where the options say, as they come. Nothing reaches the output before the first row or `close`.
class TableOutput {
 public:
  TableOutput(const OutputGroup& group, Provenance provenance, std::vector<Column> columns);
  void row(const std::vector<Cell>& cells);
  void row_of_views(std::span<const CellView> cells);
  /// For rows that are put cell by cell; nullptr if the format takes whole rows.
  [[nodiscard]] DelimitedWriter* by_cells();
  /// Ends the table, checks that all of it was written, and writes FILE.meta.json beside FILE.
  void close();

 private:
  void begin();

  OutputGroup group_;
  std::string provenance_;
  std::vector<Column> columns_;
  std::unique_ptr<OutputStream> stream_;
  std::unique_ptr<TableWriter> writer_;
};

/// Writes a whole table to where the options say.
void write_table(const OutputGroup& group, const Provenance& provenance, const Table& table);

/// Writes FILE.meta.json beside FILE if `path` names one, and standard error if --provenance asks for it: for outputs
/// that are no tables.
void write_provenance(const OutputGroup& group, const Provenance& provenance);

/// A Provenance of this run: versions and normalised arguments; codebooks, tokenizer and seed are the caller's to add.
[[nodiscard]] Provenance run_provenance();

}  // namespace topos::cli
