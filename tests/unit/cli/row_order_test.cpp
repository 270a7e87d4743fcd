// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "row_order.hpp"

using namespace topos;
using namespace topos::cli;

namespace {

/// What comes out, and how many rows went in until no more was wanted.
std::pair<std::string, int> through(RowOrder::Choices choices, bool release = true) {
  std::string out;
  RowOrder order(choices, "/tmp", [&](std::vector<Cell> cells) { out += std::get<std::string>(cells.front()); });
  const std::string names = "dbaec";
  if (release) order.release();
  int added = 0;
  for (const char name : names) {
    ++added;
    if (!order.add({{std::string(1, name)}, std::string(1, name), static_cast<std::uint64_t>(200 - name)})) break;
  }
  order.finish();
  return {out, added};
}

}  // namespace

TEST_CASE("rows pass in the order in which they come, sorted, or by their draw") {
  CHECK(through({}).first == "dbaec");
  CHECK(through({}, false).first == "dbaec");
  CHECK(through({.sorted = true}).first == "abcde");
  CHECK(through({.random = 3}).first == "edc");
  CHECK(through({.sorted = true, .random = 3}).first == "cde");
  CHECK(through({.random = 9}).first == "edcba");
}

TEST_CASE("a limit cuts what comes out, and ends the run early where order allows it") {
  CHECK(through({.limit = 2}) == std::pair<std::string, int>("db", 2));
  CHECK(through({.limit = 2}, false) == std::pair<std::string, int>("db", 5));
  CHECK(through({.sorted = true, .limit = 2}) == std::pair<std::string, int>("ab", 5));
  CHECK(through({.random = 4, .limit = 2}) == std::pair<std::string, int>("ed", 5));
  CHECK(through({.limit = 5}).first == "dbaec");
}

TEST_CASE("nothing is handed over before it is released") {
  int rows = 0;
  RowOrder order({}, "/tmp", [&](std::vector<Cell>) { ++rows; });
  CHECK(order.add({{std::string("a")}, "", 0}));
  CHECK(rows == 0);
  order.release();
  CHECK(rows == 1);
  CHECK(order.add({{std::string("b")}, "", 0}));
  CHECK(rows == 2);
}
