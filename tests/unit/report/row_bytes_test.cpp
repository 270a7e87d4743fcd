// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "topos/report/row_bytes.hpp"

using namespace topos;

TEST_CASE("rows survive being packed") {
  const std::vector<Cell> row{Cell(),
                              std::int64_t{-1},
                              std::numeric_limits<std::int64_t>::max(),
                              0.1,
                              std::string(),
                              std::string("a\0\x03\xFF", 4),
                              std::string(70'000, 'x')};
  std::string bytes;
  pack_row(row, bytes);
  CHECK(unpack_row(bytes) == row);
  CHECK(unpack_row("").empty());
}
