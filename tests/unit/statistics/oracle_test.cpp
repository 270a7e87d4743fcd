// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <set>
#include <string>

#include "kit/reading.hpp"
#include "topos/base/number.hpp"
#include "topos/statistics/measure_input.hpp"

using namespace topos;

namespace {

const std::filesystem::path folder = TOPOS_SOURCE_DIR "/tests/oracle";

/// One row: variant, input, expected value (NaN: undefined), tolerance, source.
void check_row(const Measure& measure, const std::vector<std::string>& row) {
  REQUIRE(row.size() == 5);
  CAPTURE(row[0]);
  CAPTURE(row[1]);
  CAPTURE(row[4]);
  const MeasureVariant found = find_measure(row[0]);
  REQUIRE(found.measure == &measure);
  const double value = compute(*found.variant, row[1]);
  if (row[2] == "NaN") {
    CHECK(std::isnan(value));
    return;
  }
  const auto expected = parse_number(row[2]);
  const auto tolerance = parse_number(row[3]);
  REQUIRE(expected.has_value());
  REQUIRE(tolerance.has_value());
  CAPTURE(value);
  CAPTURE(*expected);
  CHECK(std::abs(value - *expected) <= *tolerance);
  CHECK_FALSE(row[4].empty());
}

}  // namespace

TEST_CASE("every measure gives the values of its oracle") {
  for (const Measure* measure : all_measures())
    for (const auto& row : test::table_rows((folder / (std::string(measure->id) + ".tsv")).string()))
      check_row(*measure, row);
}

TEST_CASE("every variant has a row in its measure's oracle") {
  for (const Measure* measure : all_measures()) {
    std::set<std::string> tested;
    for (const auto& row : test::table_rows((folder / (std::string(measure->id) + ".tsv")).string()))
      tested.insert(row[0]);
    for (const Variant& variant : measure->variants)
      CHECK_MESSAGE(tested.contains(std::string(variant.id)), std::string(variant.id));
  }
}

TEST_CASE("ids of variants are unique and the first is that of the measure") {
  std::set<std::string_view> ids;
  for (const Measure* measure : all_measures()) {
    REQUIRE_FALSE(measure->variants.empty());
    CHECK(measure->variants[0].id == measure->id);
    for (const Variant& variant : measure->variants) CHECK(ids.insert(variant.id).second);
  }
}

TEST_CASE("every worked example gives a value") {
  for (const Measure* measure : all_measures())
    for (const Variant& variant : measure->variants)
      CHECK_MESSAGE(std::isfinite(compute(variant, measure->example)), std::string(variant.id));
}
