// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "topos/report/display_width.hpp"
#include "topos/report/writer.hpp"

/// Whatever the cells hold, every format writes them, nothing reaches a terminal as a control character, and no line of
/// an aligned table is wider than it may be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace topos;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t half = size / 2;
  const Table table{
      {{"left", false, true}, {"n", true}, {"right"}},
      {{text.substr(0, half), static_cast<std::int64_t>(size), text.substr(half)}, {std::monostate{}, 0.5, text}}};
  for (const TableFormat* format : table_formats()) {
    WriteOptions options;
    options.terminal = true;
    options.width = size == 0 ? 40 : data[0];
    std::string written;
    write(table, *format, options, [&](std::string_view bytes) { written += bytes; });
    for (const char c : written)
      if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') std::abort();
    if (format->name != "table" || options.width == 0) continue;
    for (std::size_t begin = 0; begin < written.size();) {
      const std::size_t end = written.find('\n', begin);
      if (display_width(written.substr(begin, end - begin)) > static_cast<std::size_t>(options.width)) std::abort();
      begin = end + 1;
    }
  }
  return 0;
}
