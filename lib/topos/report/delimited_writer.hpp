// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/report/writer.hpp"

namespace topos {

/// Writes a header line and a line for each row, cells joined by a separator: what TSV and CSV share.
class DelimitedWriter final : public TableWriter {
 public:
  /// Writes the text of a cell so that it is one field, and returns where it ends; `alone`: it is the only one of its
  /// line. Domain: at `to` there is room for `field_room(text.size())` bytes.
  using PutField = char* (*)(char* to, std::string_view text, bool alone);
  /// Two bytes for each, quotes, and some to spare, so that many bytes can be looked at together.
  [[nodiscard]] static constexpr std::size_t field_room(std::size_t size) noexcept { return 2 * size + 64; }

  DelimitedWriter(char separator, PutField put_field, const WriteOptions& options, TextSink sink)
      : separator_(separator), put_field_(put_field), options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override;
  void row(std::span<const Cell> cells) override;
  void row_of_views(std::span<const CellView> cells) override;
  void end() override { hand_over(); }

 private:
  char* room(std::size_t size);
  void put(std::string_view text, bool alone);
  template <class One>
  void put_row(std::span<const One> cells);
  void end_line(std::size_t begin);
  void hand_over();

  char separator_;
  PutField put_field_;
  WriteOptions options_;
  TextSink sink_;
  std::vector<char> line_;  ///< lines that are not handed over yet, and room for more
  std::size_t used_ = 0;
};

}  // namespace topos
