// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/contrast.hpp"

#include <doctest/doctest.h>

using topos::Contrast;
using topos::Side;

namespace {

topos::DocumentFeatures::Group group(std::uint64_t words, std::vector<topos::FeatureCount> counts) { return {{}, words, std::move(counts)}; }

std::vector<double> rates(const Contrast& contrast, const Contrast::Row& row, Side side) {
  std::vector<double> out;
  contrast.rates(row, side, out);
  return out;
}

}  // namespace

TEST_CASE("features are counted for each side and unit") {
  Contrast contrast;
  contrast.add(Side::target, {"", "en", false, false}, group(10, {{7, 2}, {3, 1}}));
  contrast.add(Side::target, {"", "ru", true, false}, group(20, {{7, 5}}));
  contrast.add(Side::reference, {"", "en", false, true}, group(4, {{9, 1}}));
  contrast.add(Side::reference, {"", "en", false, false}, group(0, {}));
  const std::vector<Contrast::Row> rows = contrast.rows();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].feature == 3);
  CHECK(rows[1].feature == 7);
  CHECK(rows[1].n == std::array<std::uint64_t, 2>{7, 0});
  CHECK(rows[1].documents == std::array<std::uint64_t, 2>{2, 0});
  CHECK(rates(contrast, rows[1], Side::target) == std::vector<double>{0.2, 0.25});
  CHECK(rates(contrast, rows[1], Side::reference).empty());
  CHECK(rows[2].n == std::array<std::uint64_t, 2>{0, 1});
  CHECK(contrast.facts(Side::target).words == 30);
  CHECK(contrast.facts(Side::target).duplicates == 1);
  CHECK(contrast.facts(Side::target).languages == std::set<std::string>{"en", "ru"});
  CHECK(contrast.facts(Side::reference).documents == 2);
  CHECK(contrast.facts(Side::reference).draft);
  CHECK(contrast.units(Side::target) == 2);
  CHECK(contrast.units(Side::reference) == 1);
}

TEST_CASE("documents of a cluster are one unit with one rate") {
  Contrast contrast;
  contrast.add(Side::target, {"x", "en", false, false}, group(10, {{1, 1}}));
  contrast.add(Side::target, {"", "en", false, false}, group(10, {{1, 1}}));
  contrast.add(Side::target, {"x", "en", false, false}, group(30, {{1, 3}}));
  contrast.add(Side::reference, {"x", "en", false, false}, group(5, {{1, 1}}));
  const std::vector<Contrast::Row> rows = contrast.rows();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].documents == std::array<std::uint64_t, 2>{3, 1});
  CHECK(contrast.units(Side::target) == 2);
  CHECK(rates(contrast, rows[0], Side::target) == std::vector<double>{0.1, 0.1});
  CHECK(rates(contrast, rows[0], Side::reference) == std::vector<double>{0.2});
}
