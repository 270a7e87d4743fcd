// SPDX-License-Identifier: Apache-2.0
#include "report/spilled_table.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "topos/text/input.hpp"
#include "unit/text/scratch.hpp"

using namespace topos;
using namespace topos::cli;

namespace {

/// Writes a table of so many rows into a folder and gives the name of its file.
std::string write_table_of(const std::string& path, std::size_t rows) {
  OutputFolder folder(path);
  SpilledTable table("lines", {{"text"}});
  for (std::size_t i = 0; i < rows; ++i) {
    std::string text;
    for (std::size_t word = 0; text.size() < 1000; ++word) text += std::to_string(i * 7919 * (word + 1)) + ' ';
    text.resize(1023, 'x');
    table.row(std::vector<Cell>{Cell(text)});
  }
  const std::string name = table.file();
  table.write(folder);
  folder.close();
  return path + '/' + name;
}

}  // namespace

TEST_CASE("A table beside a report is plain while it is small, else packed, and read back whole") {
  const test::Scratch scratch;
  const std::string plain = write_table_of(scratch.at("small"), 100);
  CHECK(plain.ends_with("tables/lines.tsv"));
  CHECK(std::filesystem::file_size(plain) == 5 + 100 * 1024);
  constexpr std::size_t many = 17 << 10;
  const std::string packed = write_table_of(scratch.at("large"), many);
  CHECK(packed.ends_with("tables/lines.tsv.gz"));
  CHECK(std::filesystem::file_size(packed) < 12 << 20);
  InputOptions options;
  options.paths = {packed};
  std::string failed;
  InputSource source(options, [&](const Error& error) { failed += error.what(); }, {});
  std::size_t rows = 0;
  while (const auto raw = source.next()) rows += raw->bytes.size() == 1023;
  CHECK(failed.empty());
  CHECK(rows == many);
}
