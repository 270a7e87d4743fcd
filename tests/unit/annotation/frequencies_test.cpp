// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequencies.hpp"

#include <doctest/doctest.h>

#include <map>
#include <memory>
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
  const auto shown = [](std::uint64_t least) {
    const auto table = std::make_shared<topos::FeatureTable>();
    const topos::FeatureId b = table->id_of("b");
    const topos::FeatureId a = table->id_of("a");
    CHECK(table->id_of("b") == b);
    topos::Frequencies all("/tmp", std::size_t{1} << 20);
    all.add(document("y", {{b, 2}, {a, 2}}), table);
    all.add(document("x", {{b, 1}, {a, 1}}), table);
    all.add(document("x", {{b, 1}}), table);
    std::string text;
    all.rows(least, 1, [&](const topos::FrequencyRow& row) {
      text += std::string(row.feature) + ' ' + row.group->front() + ' ' + std::to_string(row.frequency.n) + '/' +
              std::to_string(row.frequency.documents) + '/' + std::to_string(row.words) + ' ';
    });
    return text;
  };
  CHECK(shown(1) == "a y 2/1/4 b x 2/2/3 b y 2/1/4 a x 1/1/3 ");
  CHECK(shown(2) == "a y 2/1/4 b x 2/2/3 b y 2/1/4 ");
  CHECK(shown(3).empty());
}

TEST_CASE("what memory does not hold changes no frequency") {
  const auto shown = [](std::size_t budget, bool renew) {
    std::mt19937 random(5);
    topos::FeatureTables tables;
    topos::Frequencies all("/tmp", budget);
    for (int i = 0; i < 300; ++i) {
      const auto table = tables.current();
      std::map<topos::FeatureId, std::uint32_t> counts;
      for (int word = 0; word < 50; ++word) ++counts[table->id_of("word " + std::to_string(random() % 2000))];
      std::vector<topos::FeatureCount> list;
      for (const auto& [feature, n] : counts) list.push_back({feature, n});
      all.add(document(std::to_string(random() % 4), std::move(list)), table);
      if (renew) (void)tables.renew(all.most_for_table());
    }
    std::string text;
    all.rows(2, 2, [&](const topos::FrequencyRow& row) {
      text += std::string(row.feature) + ' ' + row.group->front() + ' ' + std::to_string(row.frequency.n) + '/' +
              std::to_string(row.frequency.documents) + ' ';
    });
    return text;
  };
  const std::string whole = shown(std::size_t{1} << 26, false);
  CHECK(whole.size() > 10000);
  CHECK(shown(std::size_t{1} << 16, true) == whole);
  CHECK(shown(std::size_t{1} << 12, true) == whole);
}

TEST_CASE("dense and sparse features are held alike") {
  std::mt19937 random(7);
  for (const std::uint32_t most : {10u, 1000u, 1'000'000u}) {
    topos::FeatureFrequencies held;
    std::map<topos::FeatureId, std::uint64_t> wanted;
    for (int i = 0; i < 5000; ++i) {
      const topos::FeatureId feature =
          static_cast<topos::FeatureId>(i % 3 == 0 ? static_cast<std::uint32_t>(i / 3) : random()) % most;
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
