// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace {

struct Record {
  std::uint32_t unit = 0;
  [[nodiscard]] std::uint64_t order() const noexcept { return unit; }
};

/// Units by feature, as each() gives them, of records that come in no order.
std::map<std::string, std::vector<std::uint32_t>> units(std::size_t budget) {
  const auto table = std::make_shared<topos::FeatureTable>();
  topos::FeatureRecords<Record> records("/tmp", budget);
  CHECK(records.empty());
  records.number_by(table);
  (void)table->id_of("never counted");
  std::mt19937 random(9);
  for (int i = 0; i < 3000; ++i) {
    records.add(table->id_of("w" + std::to_string(random() % 100)), {static_cast<std::uint32_t>(random() % 50)});
    CHECK(!records.empty());
  }
  std::map<std::string, std::vector<std::uint32_t>> all;
  records.each([&](std::string_view feature, std::span<const Record> found) {
    std::vector<std::uint32_t>& own = all[std::string(feature)];
    CHECK(own.empty());
    CHECK(!found.empty());
    for (const Record& one : found) own.push_back(one.unit);
  });
  return all;
}

}  // namespace

TEST_CASE("records come feature by feature in their order, in memory or beyond it") {
  const auto held = units(std::size_t{1} << 20);
  CHECK(held.size() == 100);
  std::size_t size = 0;
  for (const auto& [feature, own] : held) {
    CHECK(std::is_sorted(own.begin(), own.end()));
    size += own.size();
  }
  CHECK(size == 3000);
  CHECK(units(std::size_t{1} << 10) == held);
}

TEST_CASE("no records are none") {
  topos::FeatureRecords<Record> records("/tmp", 100);
  records.each([](std::string_view, std::span<const Record>) { FAIL("there is none"); });
}
