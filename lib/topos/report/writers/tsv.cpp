// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "topos/report/delimited_writer.hpp"
#include "topos/text/byte_block.hpp"

namespace topos {
namespace {

bool holds_special(const char* bytes, std::size_t size) {
  for (std::size_t at = 0; at < size; at += sizeof(ByteBlock::Bytes)) {
    ByteBlock::Bytes some;
    std::memcpy(&some, bytes + at, sizeof some);
    std::uint64_t special = ByteBlock::top_bits(ByteBlock::Bytes((some == '\t') | (some == '\n') | (some == '\\')));
    if (size - at < sizeof some) special &= (std::uint64_t{1} << (size - at)) - 1;
    if (special != 0) return true;
  }
  return false;
}

/// Tabs, newlines and backslashes as \t \n \\.
char* put_field(char* to, std::string_view text, bool) {
  // Where the field is to stand there is room to look at sixteen bytes, unlike where it stands.
  std::memcpy(to, text.data(), text.size());
  if (!holds_special(to, text.size())) return to + text.size();
  for (const char c : text) {
    const char escaped = c == '\t' ? 't' : c == '\n' ? 'n' : c;
    if (escaped != c || c == '\\') *to++ = '\\';
    *to++ = escaped;
  }
  return to;
}

}  // namespace

namespace writers {
const TableFormat tsv{"tsv", "tab-separated values",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<DelimitedWriter>('\t', put_field, options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
