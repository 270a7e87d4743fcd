// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "topos/report/writer.hpp"

namespace topos {

/// Writes a header line and a line for each row, cells joined by a separator: what TSV and CSV share.
class DelimitedWriter final : public TableWriter {
 public:
  /// Appends the text of a cell so that it is one field; `alone`: it is the only one of its line.
  using AppendField = void (*)(std::string& line, std::string_view text, bool alone);

  DelimitedWriter(char separator, AppendField append_field, const WriteOptions& options, TextSink sink)
      : separator_(separator), append_field_(append_field), options_(options), sink_(std::move(sink)) {}

  void begin(const std::vector<Column>& columns) override;
  void row(std::span<const Cell> cells) override;
  void end() override {}

 private:
  void finish();

  char separator_;
  AppendField append_field_;
  WriteOptions options_;
  TextSink sink_;
  std::string line_;
};

}  // namespace topos
