// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cstdint>

#include "topos/report/delimited_writer.hpp"
#include "topos/text/byte_block.hpp"

namespace topos {
namespace {

/// Tabs, newlines and backslashes as \t \n \\.
void append_field(std::string& line, std::string_view text, bool) {
  std::size_t copied = 0;
  for (std::size_t block = 0; block < text.size(); block += ByteBlock::size) {
    std::uint64_t special = ByteBlock(text, block).where([](const auto& bytes) { return (bytes == '\t') | (bytes == '\n') | (bytes == '\\'); });
    for (; special != 0; special &= special - 1) {
      const std::size_t at = block + static_cast<std::size_t>(std::countr_zero(special));
      const char c = text[at];
      line.append(text, copied, at - copied).append(1, '\\').append(1, c == '\t' ? 't' : c == '\n' ? 'n' : '\\');
      copied = at + 1;
    }
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
