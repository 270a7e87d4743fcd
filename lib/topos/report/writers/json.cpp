// SPDX-License-Identifier: Apache-2.0
#include "topos/base/json.hpp"
#include "topos/report/cell.hpp"

namespace topos {
namespace {

/// {"provenance":…,"columns":[…],"rows":[…]}, one row a line.
class JsonWriter final : public TableWriter {
 public:
  JsonWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override {
    columns_ = columns;
    std::string text =
        "{\"provenance\":" + (options_.provenance.empty() ? "null" : options_.provenance) + ",\n\"columns\":[";
    for (const Column& column : columns) {
      if (text.back() != '[') text += ',';
      append_json_string(text, column.name);
    }
    sink_(text + "],\n\"rows\":[");
  }

  void row(std::span<const Cell> cells) override {
    std::string text = first_ ? "\n" : ",\n";
    first_ = false;
    append_json_row(text, columns_, cells, options_);
    sink_(text);
  }

  void end() override { sink_(first_ ? "]}\n" : "\n]}\n"); }

 private:
  WriteOptions options_;
  TextSink sink_;
  std::vector<Column> columns_;
  bool first_ = true;
};

}  // namespace

namespace writers {
const TableFormat json{"json", "one JSON object with provenance, columns and rows",
                       [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                         return std::make_unique<JsonWriter>(options, std::move(sink));
                       }};
}  // namespace writers

}  // namespace topos
