// SPDX-License-Identifier: Apache-2.0
#include "topos/report/delimited_writer.hpp"

namespace topos {
namespace {

const Cell& as_cell(const Cell& cell) { return cell; }
Cell as_cell(const CellView& cell) { return owned_cell(cell); }

}  // namespace

/// Makes room for `size` bytes behind `to`, up to which the lines go, and returns where that is now.
char* DelimitedWriter::make_room(const char* to, std::size_t size) {
  const auto place_of = [&](const char* at) {
    return at == nullptr ? 0 : static_cast<std::size_t>(at - lines_.data());
  };
  const std::size_t begin = place_of(to_);
  const std::size_t used = place_of(to);
  lines_.resize(2 * (used + size));
  to_ = lines_.data() + begin;
  end_ = lines_.data() + lines_.size();
  return lines_.data() + used;
}

DelimitedWriter::Kept DelimitedWriter::keep(const CellView& cell) const {
  Kept kept;
  const auto* const text = std::get_if<std::string_view>(&cell);
  if (text == nullptr) return kept;
  kept.bytes_.resize(field_room(text->size()) + kept_step);
  kept.size_ = static_cast<std::size_t>(put_field_(kept.bytes_.data(), *text, false) - kept.bytes_.data());
  kept.bytes_.resize(kept.size_ + kept_step);
  return kept;
}

void DelimitedWriter::begin(const std::vector<Column>& columns) {
  Line line(*this);
  for (const Column& column : columns) line.put(std::string_view(column.name), columns.size() == 1);
  if (columns.empty()) line.put_nothing();
  line.end();
  hand_over();
}

void DelimitedWriter::row(std::span<const Cell> cells) {
  put_row(cells);
  hand_over();
}

void DelimitedWriter::row_of_views(std::span<const CellView> cells) {
  put_row(cells);
  if (static_cast<std::size_t>(to_ - lines_.data()) >= enough) hand_over();
}

/// What cell_text gives. The view lives until the next one.
template <class One>
inline std::string_view DelimitedWriter::text_of(const One& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return numbers_.text(*number, options_.digits);
  return other_ = cell_text(as_cell(cell), options_);
}

template <class One>
inline void DelimitedWriter::put_row(std::span<const One> cells) {
  using Text = std::variant_alternative_t<3, One>;
  const bool alone = cells.size() == 1;
  Line line(*this);
  for (const One& cell : cells) {
    if (const auto* text = std::get_if<Text>(&cell); text != nullptr && !options_.terminal)
      line.put(*text, alone);
    else if (const auto* whole = std::get_if<std::int64_t>(&cell))
      line.put(*whole);
    else if (alone || !std::holds_alternative<std::monostate>(cell))
      line.put(text_of(cell), alone);
    else
      line.put_nothing();
  }
  if (cells.empty()) line.put_nothing();
  line.end();
}

void DelimitedWriter::hand_over() {
  if (to_ == lines_.data()) return;
  sink_({lines_.data(), static_cast<std::size_t>(to_ - lines_.data())});
  to_ = lines_.data();
}

}  // namespace topos
