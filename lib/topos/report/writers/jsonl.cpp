// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

namespace topos {
namespace {

/// One JSON object a row and a line.
class JsonlWriter final : public TableWriter {
 public:
  JsonlWriter(const WriteOptions& options, TextSink sink) : options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override { columns_ = columns; }

  void row(std::span<const Cell> cells) override {
    line_.clear();
    append_json_row(line_, columns_, cells, options_);
    line_ += '\n';
    sink_(line_);
  }

  void end() override {}

 private:
  WriteOptions options_;
  TextSink sink_;
  std::vector<Column> columns_;
  std::string line_;
};

}  // namespace

namespace writers {
const TableFormat jsonl{"jsonl", "one JSON object a row",
                        [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                          return std::make_unique<JsonlWriter>(options, std::move(sink));
                        }};
}  // namespace writers

}  // namespace topos
