// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/base/error.hpp"
#include "topos/report/bars.hpp"
#include "topos/report/cell.hpp"
#include "topos/report/display_width.hpp"

namespace topos {
namespace {

// Rows that decide how wide columns are; the rows after them are written as they come.
constexpr std::size_t sampled_rows = 200;
constexpr std::size_t least_width = 8;
constexpr std::size_t gap = 2;

/// Text in aligned columns for people. On a line too narrow for all of it bars are left out, and the widest columns are
/// cut, "…" marking the place.
class AlignedWriter final : public TableWriter {
 public:
  AlignedWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    columns_ = columns;
    for (const Column& column : columns) widths_.push_back(display_width(column.name));
  }

  void row(std::span<const Cell> cells) override {
    std::vector<std::string> texts;
    // Whatever reads it, a line break or an escape sequence inside a cell would break the columns.
    for (const Cell& cell : cells) texts.push_back(printable(cell_text(cell, options_)));
    if (laid_out_) return write_line(texts, false);
    for (std::size_t i = 0; i < texts.size(); ++i) widths_[i] = std::max(widths_[i], display_width(texts[i]));
    waiting_.push_back(std::move(texts));
    if (waiting_.size() == sampled_rows) lay_out();
  }

  void end() override {
    if (!laid_out_) lay_out();
  }

 private:
  void lay_out() {
    laid_out_ = true;
    if (options_.width > 0) fit(static_cast<std::size_t>(options_.width));
    std::vector<std::string> names;
    for (const Column& column : columns_) names.push_back(column.name);
    write_line(names, true);
    for (const auto& texts : waiting_) write_line(texts, false);
    waiting_.clear();
  }

  /// Takes columns from the widest text column until the line fits or no column can give any more; whether it fits.
  bool shrink(std::size_t width) {
    std::size_t total = columns_.empty() ? 0 : gap * (columns_.size() - 1);
    for (const std::size_t column : widths_) total += column;
    while (total > width) {
      std::size_t widest = widths_.size();
      for (std::size_t i = 0; i < widths_.size(); ++i)
        if (!columns_[i].numeric && !is_bar(i) && widths_[i] > least_width &&
            (widest == widths_.size() || widths_[i] > widths_[widest]))
          widest = i;
      if (widest == widths_.size()) return false;
      --widths_[widest];
      --total;
    }
    return true;
  }

  void fit(std::size_t width) {
    const std::vector<std::size_t> whole = widths_;
    const auto cut = [&](std::size_t i) { return !columns_[i].numeric && widths_[i] < whole[i]; };
    // Bars are not worth the names that they stand for.
    if (shrink(width) && !(columns_.size() > 0 && cut(0))) return;
    bars_ = false;
    widths_ = whole;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (is_bar(i)) widths_[i] = 0;
    shrink(width);
  }

  [[nodiscard]] bool is_bar(std::size_t column) const { return columns_[column].name == bar_column; }

  void write_line(const std::vector<std::string>& texts, bool header) {
    std::string line;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const Column& column = columns_[i];
      if (!bars_ && is_bar(i)) continue;
      const std::string text =
          options_.width > 0 && !column.numeric ? cut_to_width(texts[i], widths_[i], column.context_left) : texts[i];
      const std::size_t used = display_width(text);
      const std::size_t padding = used < widths_[i] ? widths_[i] - used : 0;
      if (i != 0) line.append(gap, ' ');
      if (column.numeric || column.context_left) line.append(padding, ' ');
      line += text;
      if (!column.numeric && !column.context_left) line.append(padding, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    if (options_.width > 0) line = cut_to_width(line, static_cast<std::size_t>(options_.width));
    if (header && options_.colour) line = "\x1b[1m" + line + "\x1b[0m";
    line += '\n';
    sink_(line);
  }

  WriteOptions options_;
  TextSink sink_;
  std::vector<Column> columns_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> waiting_;
  bool laid_out_ = false;
  bool bars_ = true;  ///< there is room for them
};

}  // namespace

namespace writers {
const TableFormat table{"table", "aligned text",
                        [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                          return std::make_unique<AlignedWriter>(options, std::move(sink));
                        }};
}  // namespace writers

}  // namespace topos
