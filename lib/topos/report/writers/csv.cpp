// SPDX-License-Identifier: Apache-2.0
#include "topos/report/delimited_writer.hpp"

namespace topos {
namespace {

/// RFC 4180 with LF line ends, in UTF-8 without a byte order mark.
void append_field(std::string& line, std::string_view text, bool alone) {
  // An empty cell alone on its line would be an empty line, which readers leave out.
  const bool lone_nothing = text.empty() && alone;
  if (!lone_nothing && text.find_first_of("\",\r\n") == std::string_view::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

}  // namespace

namespace writers {
const TableFormat csv{"csv", "comma-separated values (RFC 4180)",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<DelimitedWriter>(',', append_field, options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
