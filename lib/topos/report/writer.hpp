// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/report/table.hpp"

namespace topos {

/// How a table is written, as far as formats share it.
struct WriteOptions {
  int digits = -1;        ///< after the point, at most; negative: the shortest form that reads back
  int width = 0;          ///< of lines of the format `table`; 0: no limit
  bool terminal = false;  ///< for a terminal: control characters in texts are made visible
  bool colour = false;
  std::string provenance;  ///< a JSON object for formats that carry one; empty: none
};

/// Takes the bytes of what is written.
using TextSink = std::function<void(std::string_view bytes)>;

class DelimitedWriter;

/// Writes one table, row by row: `begin` once, `row` any number of times, `end` once.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void begin(const std::vector<Column>& columns) = 0;
  /// Domain: one cell for each column.
  virtual void row(std::span<const Cell> cells) = 0;
  /// The same. The writer may keep what it makes of such rows until another kind of row or the end.
  virtual void row_of_views(std::span<const CellView> cells);
  virtual void end() = 0;
  /// The writer itself if rows may also be put cell by cell; else nullptr.
  virtual DelimitedWriter* by_cells() noexcept { return nullptr; }
};

/// One output format, as listed in writers.def.
struct TableFormat {
  std::string_view name;  ///< as typed after --format
  std::string_view summary;
  std::unique_ptr<TableWriter> (*make)(const WriteOptions& options, TextSink sink);
};

namespace writers {
#define TOPOS_WRITER(id) extern const TableFormat id;
#include "topos/report/writers/writers.def"
#undef TOPOS_WRITER
}  // namespace writers

/// Every format, in the order of writers.def.
[[nodiscard]] std::span<const TableFormat* const> table_formats() noexcept;

/// The format called `name`, or nullptr.
[[nodiscard]] const TableFormat* find_table_format(std::string_view name) noexcept;

/// Writes a whole table.
void write(const Table& table, const TableFormat& format, const WriteOptions& options, const TextSink& sink);

}  // namespace topos
