// SPDX-License-Identifier: Apache-2.0
#include "topos/report/delimited_writer.hpp"

#include "topos/report/cell.hpp"

namespace topos {
namespace {

/// Rows of views are handed over when they take so many bytes: as many as streams write without a copy.
constexpr std::size_t enough = std::size_t{1} << 16;

const Cell& as_cell(const Cell& cell) { return cell; }
Cell as_cell(const CellView& cell) { return owned_cell(cell); }

}  // namespace

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
  end_line(0);
  hand_over();
}

void DelimitedWriter::row(std::span<const Cell> cells) {
  put_row(cells);
  hand_over();
}

void DelimitedWriter::row_of_views(std::span<const CellView> cells) {
  put_row(cells);
  if (used_ >= enough) hand_over();
}

template <class One>
inline void DelimitedWriter::put_row(std::span<const One> cells) {
  using Text = std::variant_alternative_t<3, One>;
  const std::size_t begin = used_;
  const bool alone = cells.size() == 1;
  // What all cells take that are no texts.
  const std::size_t most = cells.size() * (most_digits + 1);
  char* to = room(most);
  for (const One& cell : cells) {
    if (const auto* text = std::get_if<Text>(&cell); text != nullptr && !options_.terminal) {
      used_ = static_cast<std::size_t>(to - line_.data());
      to = put_field_(room(field_room(text->size()) + most), *text, alone);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      to = put_whole(to, *whole);
    } else if (alone || !std::holds_alternative<std::monostate>(cell)) {
      used_ = static_cast<std::size_t>(to - line_.data());
      put(cell_text(as_cell(cell), options_), alone);
      to = room(most);
    }
    *to++ = separator_;
  }
  used_ = static_cast<std::size_t>(to - line_.data());
  end_line(begin);
}

/// Puts a line end in the place of the last separator of the line that begins at `begin`.
void DelimitedWriter::end_line(std::size_t begin) {
  if (used_ == begin) *room(1) = separator_, ++used_;
  line_.data()[used_ - 1] = '\n';
}

void DelimitedWriter::hand_over() {
  if (used_ == 0) return;
  sink_({line_.data(), used_});
  used_ = 0;
}

}  // namespace topos
