// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a table: every row has the header's number of cells.
#include "law.hpp"
#include "topos/base/error.hpp"
#include "topos/text/delimited.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* names[] = {"x.csv", "x.tsv", "x"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(names, topos::fuzz::bytes_of(data, size));
  try {
    topos::DelimitedReader reader(topos::memory_bytes(topos::fuzz::utf8_of(input.rest)), input.choice);
    std::size_t line = 0;
    for (std::size_t left = input.rest.size() + 2; left > 0; --left) {
      try {
        const auto row = reader.next();
        if (!row) return 0;
        LAW(row->size() == reader.header().size());
        LAW(reader.line() > line);
        line = reader.line();
      } catch (const topos::Error& error) {
        LAW(!error.message().empty());
        if (reader.broken()) return 0;
      }
    }
    LAW(!"a table with more rows than bytes");
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
