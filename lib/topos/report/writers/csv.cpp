// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

namespace topos {
namespace {

/// RFC 4180 with LF line ends, in UTF-8 without a byte order mark.
class CsvWriter final : public TableWriter {
 public:
  CsvWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    columns_ = columns.size();
    for (const Column& column : columns) add(column.name);
    finish();
  }

  void row(std::span<const Cell> cells) override {
    for (const Cell& cell : cells) add(cell_text(cell, options_));
    finish();
  }

  void end() override {}

 private:
  void add(std::string_view text) {
    // An empty cell alone on its line would be an empty line, which readers leave out.
    const bool lone_nothing = text.empty() && columns_ == 1;
    if (!lone_nothing && text.find_first_of("\",\r\n") == std::string_view::npos) {
      line_ += text;
    } else {
      line_ += '"';
      for (const char c : text) line_.append(c == '"' ? 2 : 1, c);
      line_ += '"';
    }
    line_ += ',';
  }

  void finish() {
    if (!line_.empty()) line_.pop_back();
    line_ += '\n';
    sink_(line_);
    line_.clear();
  }

  WriteOptions options_;
  TextSink sink_;
  std::string line_;
  std::size_t columns_ = 0;
};

}  // namespace

namespace writers {
const TableFormat csv{"csv", "comma-separated values (RFC 4180)",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<CsvWriter>(options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
