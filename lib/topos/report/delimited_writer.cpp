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
  // Room for all texts and whole numbers at once: to ask for each cell costs as much as to write it.
  std::size_t most = 0;
  for (const Cell& cell : cells) {
    const auto* text = std::get_if<std::string>(&cell);
    most += field_room(text != nullptr ? text->size() : most_digits) + 1;
  }
  char* to = room(most);
  for (const Cell& cell : cells) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text != nullptr && !options_.terminal) {
      to = put_field_(to, *text, alone);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      to = put_whole(to, *whole);
    } else if (alone || !std::holds_alternative<std::monostate>(cell)) {
      used_ = static_cast<std::size_t>(to - line_.data());
      put(cell_text(cell, options_), alone);
      to = room(most);
    }
    *to++ = separator_;
  }
  used_ = static_cast<std::size_t>(to - line_.data());
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
