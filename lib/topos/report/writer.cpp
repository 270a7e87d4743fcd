// SPDX-License-Identifier: Apache-2.0
#include "topos/report/writer.hpp"

#include <array>

namespace topos {
namespace {

constexpr std::array all_writers = {
#define TOPOS_WRITER(id) &writers::id,
#include "topos/report/writers/writers.def"
#undef TOPOS_WRITER
};

}  // namespace

void TableWriter::row_of_views(std::span<const CellView> cells) {
  std::vector<Cell> owned;
  owned.reserve(cells.size());
  for (const CellView& cell : cells) owned.push_back(owned_cell(cell));
  row(owned);
}

std::span<const TableFormat* const> table_formats() noexcept { return all_writers; }

const TableFormat* find_table_format(std::string_view name) noexcept {
  for (const TableFormat* format : all_writers)
    if (format->name == name) return format;
  return nullptr;
}

void write(const Table& table, const TableFormat& format, const WriteOptions& options, const TextSink& sink) {
  const auto writer = format.make(options, sink);
  writer->begin(table.columns);
  for (const auto& cells : table.rows) writer->row(cells);
  writer->end();
}

}  // namespace topos
