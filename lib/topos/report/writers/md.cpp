// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

namespace topos {
namespace {

/// A pipe table as in GitHub Flavored Markdown; numbers stand at the right.
class MdWriter final : public TableWriter {
 public:
  MdWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    std::string text = "|";
    for (const Column& column : columns) {
      text += ' ';
      append_markdown(text, column.name);
      text += " |";
    }
    text += "\n|";
    for (const Column& column : columns) text += column.numeric || column.context_left ? " ---: |" : " --- |";
    sink_(text + '\n');
  }

  void row(std::span<const Cell> cells) override {
    std::string text = "|";
    for (const Cell& cell : cells) {
      text += ' ';
      append_markdown(text, cell_text(cell, options_));
      text += " |";
    }
    sink_(text + '\n');
  }

  void end() override {}

 private:
  WriteOptions options_;
  TextSink sink_;
};

}  // namespace

namespace writers {
const TableFormat md{"md", "a Markdown table",
                     [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                       return std::make_unique<MdWriter>(options, std::move(sink));
                     }};
}  // namespace writers

}  // namespace topos
