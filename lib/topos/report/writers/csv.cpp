// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/report/delimited_writer.hpp"

namespace topos {
namespace {

/// RFC 4180 with LF line ends, in UTF-8 without a byte order mark.
char* put_field(char* to, std::string_view text, bool alone) {
  // An empty cell alone on its line would be an empty line, which readers leave out.
  const bool lone_nothing = text.empty() && alone;
  if (!lone_nothing && text.find_first_of("\",\r\n") == std::string_view::npos)
    return std::copy(text.begin(), text.end(), to);
  *to++ = '"';
  for (const char c : text) {
    if (c == '"') *to++ = '"';
    *to++ = c;
  }
  *to++ = '"';
  return to;
}

}  // namespace

namespace writers {
const TableFormat csv{"csv", "comma-separated values (RFC 4180)",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<DelimitedWriter>(',', put_field, options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
