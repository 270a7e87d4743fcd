// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/report/cell.hpp"
#include "topos/report/number_texts.hpp"
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
  DelimitedWriter* by_cells() noexcept override { return options_.terminal ? nullptr : this; }

  /// A cell that many rows have, as it is written.
  class Kept {
    friend class DelimitedWriter;
    std::string bytes_;  ///< and some more, so that many are copied together
    std::size_t size_ = 0;
  };
  /// Domain: nothing, or a text.
  [[nodiscard]] Kept keep(const CellView& cell) const;

  /// A line that is put cell by cell, which is the cheapest way. Domain: while it is put, nothing else is written.
  class Line {
   public:
    explicit Line(DelimitedWriter& writer) noexcept
        : writer_(writer), to_(writer.to_), end_(writer.end_), separator_(writer.separator_) {}

    void put(const Kept& cell) {
      need(cell.bytes_.size());
      for (std::size_t at = 0; at < cell.size_; at += kept_step)
        std::memcpy(to_ + at, cell.bytes_.data() + at, kept_step);
      end_cell(to_ + cell.size_);
    }
    void put(std::string_view text, bool alone = false) {
      need(field_room(text.size()));
      end_cell(writer_.put_field_(to_, text, alone));
    }
    void put(std::int64_t number) {
      need(most_digits + 1);
      end_cell(put_whole(to_, number));
    }
    void put(double number) { put(writer_.numbers_.text(number, writer_.options_.digits)); }
    void put_nothing() {
      need(1);
      end_cell(to_);
    }
    /// A line end stands in the place of the last separator. Domain: a cell has been put.
    void end() {
      to_[-1] = '\n';
      writer_.to_ = to_;
    }

   private:
    void need(std::size_t size) {
      if (static_cast<std::size_t>(end_ - to_) >= size) [[likely]]
        return;
      to_ = writer_.make_room(to_, size);
      end_ = writer_.end_;
    }
    /// Domain: there is room for one more byte.
    void end_cell(char* end) {
      *end = separator_;
      to_ = end + 1;
    }

    DelimitedWriter& writer_;
    char* to_;
    char* end_;
    char separator_;
  };
  [[nodiscard]] Line line() noexcept { return Line(*this); }
  void end_row(Line& line) {
    line.end();
    if (static_cast<std::size_t>(to_ - lines_.data()) >= enough) hand_over();
  }

 private:
  /// Rows are handed over when they take so many bytes: as many as streams write without a copy.
  static constexpr std::size_t enough = std::size_t{1} << 16;
  static constexpr std::size_t kept_step = 16;

  char* make_room(const char* to, std::size_t size);
  template <class One>
  void put_row(std::span<const One> cells);
  void hand_over();
  template <class One>
  [[nodiscard]] std::string_view text_of(const One& cell);

  char separator_;
  PutField put_field_;
  WriteOptions options_;
  TextSink sink_;
  std::vector<char> lines_;  ///< lines that are not handed over yet, and room for more
  char* to_ = nullptr;       ///< where the next one begins
  char* end_ = nullptr;      ///< of the room
  NumberTexts numbers_;
  std::string other_;  ///< of a cell that is no number
};

}  // namespace topos
