// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequencies.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

namespace {

topos::DocumentFeatures document(std::string group, std::vector<topos::FeatureCount> counts) {
  topos::DocumentFeatures features;
  std::uint64_t words = 0;
  for (const topos::FeatureCount& one : counts) words += one.n;
  features.groups.push_back({{std::move(group)}, words, std::move(counts)});
  return features;
}

}  // namespace

TEST_CASE("rows come by falling n then feature then group") {
  topos::FeatureTable table;
  const topos::FeatureId b = table.id_of("b");
  const topos::FeatureId a = table.id_of("a");
  CHECK(table.id_of("b") == b);
  topos::Frequencies all;
  all.add(document("y", {{b, 2}, {a, 2}}));
  all.add(document("x", {{b, 1}, {a, 1}}));
  all.add(document("x", {{b, 1}}));
  std::string shown;
  for (const topos::FrequencyRow& row : all.rows(table, 2))
    shown += std::string(row.feature) + ' ' + row.group->front() + ' ' + std::to_string(row.frequency.n) + '/' + std::to_string(row.frequency.documents) + '/' +
             std::to_string(row.words) + ' ';
  CHECK(shown == "a y 2/1/4 b x 2/2/3 b y 2/1/4 ");
  CHECK(all.rows(table, 1).size() == 4);
  CHECK(all.rows(table, 3).empty());
}

TEST_CASE("dense and sparse features are held alike") {
  std::mt19937 random(7);
  for (const std::uint32_t most : {10u, 1000u, 1'000'000u}) {
    topos::FeatureFrequencies held;
    std::map<topos::FeatureId, std::uint64_t> wanted;
    for (int i = 0; i < 5000; ++i) {
      const topos::FeatureId feature = static_cast<topos::FeatureId>(i % 3 == 0 ? static_cast<std::uint32_t>(i / 3) : random()) % most;
      ++held[feature].n;
      ++wanted[feature];
    }
    std::map<topos::FeatureId, std::uint64_t> found;
    held.each([&](topos::FeatureId feature, const topos::Frequency& frequency) {
      CHECK(found.count(feature) == 0);
      found[feature] = frequency.n;
    });
    CHECK(found == wanted);
  }
}
