// SPDX-License-Identifier: Apache-2.0
#include "topos/text/dates.hpp"

#include <doctest/doctest.h>

using namespace topos;

namespace {

std::string moved(const char* date, int months) {
  const auto later = months_later(*parse_date(date), months);
  return later ? date_text(*later) : "none";
}

}  // namespace

TEST_CASE("dates are written as far as they are known") {
  for (const char* text : {"2022", "2022-02", "2022-02-24", "0987-01-01"}) CHECK(date_text(*parse_date(text)) == text);
}

TEST_CASE("months are added within the calendar") {
  CHECK(moved("2022-02-24", 12) == "2023-02-24");
  CHECK(moved("2022-02-24", -6) == "2021-08-24");
  CHECK(moved("2022-08-31", 6) == "2023-02-28");
  CHECK(moved("2024-02-29", -12) == "2023-02-28");
  CHECK(moved("2022-12-15", -12) == "2021-12-15");
  CHECK(moved("9999-06-01", 12) == "none");
  CHECK(moved("0001-06-01", -12) == "none");
}

TEST_CASE("a period has the number of the cuts before it") {
  const Periods periods({"2014-03-18", "2022-02-24"});
  CHECK(periods.number_of({2013, 0, 0}) == 0);
  CHECK(periods.number_of({2014, 3, 18}) == 1);
  CHECK(periods.number_of({2024, 0, 0}) == 2);
  CHECK(!periods.number_of({2014, 0, 0}));
  CHECK(!Periods({}).number_of({2014, 0, 0}));
}
