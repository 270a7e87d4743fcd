// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "topos/report/delimited_writer.hpp"
#include "topos/text/byte_block.hpp"

namespace topos {
namespace {

using Bytes = ByteBlock::Bytes;

Bytes specials(const Bytes& some) { return Bytes((some == '\t') | (some == '\n') | (some == '\\')); }

/// Copies `text` and tells whether it holds a tab, newline or backslash. Domain: as PutField.
bool copy_and_look(char* to, std::string_view text) {
  constexpr std::size_t step = sizeof(Bytes);
  Bytes some;
  if (text.size() < step) {
    // Where the field is to stand there is room to look at sixteen bytes, unlike where it stands.
    std::memcpy(to, text.data(), text.size());
    std::memcpy(&some, to, step);
    return (ByteBlock::top_bits(specials(some)) & ((std::uint64_t{1} << text.size()) - 1)) != 0;
  }
  Bytes found{};
  const auto take = [&](std::size_t at) {
    std::memcpy(&some, text.data() + at, step);
    std::memcpy(to + at, &some, step);
    found |= specials(some);
  };
  for (std::size_t at = 0; at < text.size() - step; at += step) take(at);
  take(text.size() - step);  // some of them for the second time
  return ByteBlock::top_bits(found) != 0;
}

/// Tabs, newlines and backslashes as \t \n \\.
char* put_field(char* to, std::string_view text, bool) {
  if (!copy_and_look(to, text)) return to + text.size();
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
