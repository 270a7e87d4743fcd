// SPDX-License-Identifier: Apache-2.0
#include "topos/report/delimited_writer.hpp"

#include "topos/report/cell.hpp"

namespace topos {

/// Where the line goes on, with room for so many bytes.
inline char* DelimitedWriter::room(std::size_t size) {
  if (line_.size() - used_ < size) [[unlikely]]
    line_.resize(2 * (used_ + size));
  return line_.data() + used_;
}

inline void DelimitedWriter::put(std::string_view text, bool alone) {
  used_ = static_cast<std::size_t>(put_field_(room(field_room(text.size())), text, alone) - line_.data());
}

void DelimitedWriter::begin(const std::vector<Column>& columns) {
  for (const Column& column : columns) {
    put(column.name, columns.size() == 1);
    *room(1) = separator_;
    ++used_;
  }
  end_line();
}

void DelimitedWriter::row(std::span<const Cell> cells) {
  const bool alone = cells.size() == 1;
  for (const Cell& cell : cells) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text != nullptr && !options_.terminal)
      put(*text, alone);
    else if (const auto* whole = std::get_if<std::int64_t>(&cell))
      used_ = static_cast<std::size_t>(put_whole(room(field_room(most_digits)), *whole) - line_.data());
    else if (alone || !std::holds_alternative<std::monostate>(cell))
      put(cell_text(cell, options_), alone);
    *room(1) = separator_;
    ++used_;
  }
  end_line();
}

/// Hands the line over, with a line end for its last separator.
void DelimitedWriter::end_line() {
  if (used_ == 0) *room(1) = separator_, used_ = 1;
  line_.data()[used_ - 1] = '\n';
  sink_({line_.data(), used_});
  used_ = 0;
}

}  // namespace topos
