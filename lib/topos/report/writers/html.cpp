// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

namespace topos {
namespace {

constexpr std::string_view head =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<title>topos</title>\n<style>\n"
    "body { font-family: sans-serif; margin: 1em }\ntable { border-collapse: collapse }\n"
    "th, td { border: 1px solid #767676; padding: 0.2em 0.5em; text-align: left; vertical-align: top; white-space: "
    "pre-wrap }\n"
    ".right { text-align: right }\n</style>\n</head>\n<body>\n<table>\n";

/// A page of its own with one table: no script, nothing fetched.
class HtmlWriter final : public TableWriter {
 public:
  HtmlWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    columns_ = columns;
    std::string text(head);
    text += "<thead>\n<tr>";
    for (const Column& column : columns) {
      text += is_right(column) ? "<th scope=\"col\" class=\"right\">" : "<th scope=\"col\">";
      append_html(text, column.name);
      text += "</th>";
    }
    sink_(text + "</tr>\n</thead>\n<tbody>\n");
  }

  void row(std::span<const Cell> cells) override {
    std::string text = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += is_right(columns_[i]) ? "<td class=\"right\">" : "<td>";
      append_html(text, cell_text(cells[i], options_));
      text += "</td>";
    }
    sink_(text + "</tr>\n");
  }

  void end() override {
    std::string text = "</tbody>\n</table>\n";
    if (!options_.provenance.empty()) {
      text += "<p><small>";
      append_html(text, options_.provenance);
      text += "</small></p>\n";
    }
    sink_(text + "</body>\n</html>\n");
  }

 private:
  static bool is_right(const Column& column) { return column.numeric || column.context_left; }

  WriteOptions options_;
  TextSink sink_;
  std::vector<Column> columns_;
};

}  // namespace

namespace writers {
const TableFormat html{"html", "an HTML page with the table",
                       [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                         return std::make_unique<HtmlWriter>(options, std::move(sink));
                       }};
}  // namespace writers

}  // namespace topos
