// SPDX-License-Identifier: Apache-2.0
#include "topos/report/delimited_writer.hpp"

#include "topos/report/cell.hpp"

namespace topos {

void DelimitedWriter::begin(const std::vector<Column>& columns) {
  for (const Column& column : columns) {
    append_field_(line_, column.name, columns.size() == 1);
    line_ += separator_;
  }
  finish();
}

void DelimitedWriter::row(std::span<const Cell> cells) {
  for (const Cell& cell : cells) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text != nullptr && !options_.terminal)
      append_field_(line_, *text, cells.size() == 1);
    else if (const auto* whole = std::get_if<std::int64_t>(&cell))
      append_whole(line_, *whole);
    else
      append_field_(line_, cell_text(cell, options_), cells.size() == 1);
    line_ += separator_;
  }
  finish();
}

void DelimitedWriter::finish() {
  if (!line_.empty()) line_.pop_back();
  line_ += '\n';
  sink_(line_);
  line_.clear();
}

}  // namespace topos
