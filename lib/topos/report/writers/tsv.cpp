// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

namespace topos {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
}

/// One header row, then data: tabs, newlines and backslashes in a cell as \t \n \\.
class TsvWriter final : public TableWriter {
 public:
  TsvWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    line_.clear();
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
    append_escaped(line_, text);
    line_ += '\t';
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
};

}  // namespace

namespace writers {
const TableFormat tsv{"tsv", "tab-separated values",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<TsvWriter>(options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
