// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/spill_sorter.hpp"

using namespace topos;

namespace {

using Records = std::vector<std::pair<std::string, std::string>>;

Records random_records(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  Records records;
  for (std::size_t i = 0; i < count; ++i) {
    std::string key;
    for (unsigned size = random() % 4; size > 0; --size)
      key += static_cast<char>(random() % 3 == 0 ? 0xFF : random() % 4);
    records.emplace_back(key, std::to_string(i) + std::string(random() % 40, 'x'));
  }
  return records;
}

std::vector<std::string> sorted(const Records& records, std::size_t budget) {
  SpillSorter sorter("/tmp", budget);
  for (const auto& [key, record] : records) sorter.add(key, record);
  std::vector<std::string> out;
  sorter.drain([&](std::string_view record) {
    out.emplace_back(record);
    return true;
  });
  CHECK(sorter.empty());
  return out;
}

}  // namespace

TEST_CASE("spilled records come back as a stable sort would order them, whatever the budget") {
  for (const std::size_t count : {0u, 1u, 2u, 5000u}) {
    const Records records = random_records(count, static_cast<unsigned>(count));
    Records expected = records;
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> wanted;
    for (const auto& [key, record] : expected) wanted.push_back(record);
    for (const std::size_t budget : {std::size_t{1}, std::size_t{500}, std::size_t{20'000}, std::size_t{1} << 30})
      CHECK(sorted(records, budget) == wanted);
  }
}

TEST_CASE("records larger than the budget and the buffers survive") {
  Records records;
  for (char c = 'e'; c >= 'a'; --c) records.emplace_back(std::string(1, c), std::string(300'000, c));
  const auto out = sorted(records, 1000);
  REQUIRE(out.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK(out[i] == std::string(300'000, static_cast<char>('a' + i)));
}

TEST_CASE("draining stops when no more is wanted") {
  for (const std::size_t budget : {std::size_t{10}, std::size_t{10'000}}) {
    SpillSorter sorter("/tmp", budget);
    for (int i = 0; i < 100; ++i) sorter.add("key", std::to_string(i));
    std::string seen;
    sorter.drain([&](std::string_view record) {
      seen += record;
      return seen.size() < 3;
    });
    CHECK(seen == "012");
  }
}

TEST_CASE("a folder that takes no temporaries is an error only when one is needed") {
  SpillSorter sorter("/nowhere", 100);
  sorter.add("a", "b");
  CHECK_THROWS_AS(sorter.add("c", std::string(200, 'd')), Error);
}
