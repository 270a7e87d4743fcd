// SPDX-License-Identifier: Apache-2.0
#include "topos/report/delimited_writer.hpp"

namespace topos {
namespace {

/// Tabs, newlines and backslashes as \t \n \\.
void append_field(std::string& line, std::string_view text, bool) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c != '\t' && c != '\n' && c != '\\') continue;
    line.append(text, copied, at - copied).append(1, '\\').append(1, c == '\t' ? 't' : c == '\n' ? 'n' : '\\');
    copied = at + 1;
  }
  line.append(text, copied);
}

}  // namespace

namespace writers {
const TableFormat tsv{"tsv", "tab-separated values",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<DelimitedWriter>('\t', append_field, options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
