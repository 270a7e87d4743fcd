// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/fact_file.hpp"

#include <doctest/doctest.h>

namespace {

std::optional<bool> date_agrees(const topos::Date& known, const char* first, const char* last) {
  topos::Fact fact{"a", "b", "c", known, 0};
  return topos::agrees(fact, {"date", {0, 1}, {{"first", std::string(first)}, {"last", std::string(last)}}});
}

}  // namespace

TEST_CASE("a date agrees if it may be the known one") {
  CHECK(date_agrees({1967, 8, 8}, "1967", "1967") == true);
  CHECK(date_agrees({1967, 0, 0}, "1967-08-08", "1967-08-08") == true);
  CHECK(date_agrees({1967, 8, 8}, "1967-09", "1967-09") == false);
  CHECK(date_agrees({1967, 0, 0}, "1976", "1976") == false);
  CHECK(date_agrees({1967, 0, 0}, "1960", "1969") == true);
  CHECK_FALSE(date_agrees({1967, 0, 0}, "", "").has_value());
}

TEST_CASE("a number agrees if it is the known one or its range holds it") {
  const topos::Fact fact{"a", "b", "12", {}, 12};
  const auto number = [&](const char* value, const char* high) {
    return topos::agrees(fact, {"number", {0, 1}, {{"value", std::string(value)}, {"high", std::string(high)}}});
  };
  CHECK(number("12", "") == true);
  CHECK(number("10", "20") == true);
  CHECK(number("13", "") == false);
  CHECK_FALSE(number("", "").has_value());
  CHECK_FALSE(topos::agrees(fact, {"date", {0, 1}, {{"first", std::string("12")}}}).has_value());
}
