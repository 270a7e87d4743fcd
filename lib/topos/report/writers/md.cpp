// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

namespace topos {
namespace {

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Escapes what Markdown would read as markup; an underscore inside a word is none.
void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view special = "\\|`*[]<>&~";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inside_word = i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
    if (c == '\n')
      out += "<br>";
    else if (c == '\t' || c == '\r')
      out += ' ';
    else if (special.find(c) != std::string_view::npos || (c == '_' && !inside_word))
      (out += '\\') += c;
    else
      out += c;
  }
}

/// A pipe table as in GitHub Flavored Markdown; numbers stand at the right.
class MdWriter final : public TableWriter {
 public:
  MdWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    std::string text = "|";
    for (const Column& column : columns) {
      text += ' ';
      append_escaped(text, column.name);
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
      append_escaped(text, cell_text(cell, options_));
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
