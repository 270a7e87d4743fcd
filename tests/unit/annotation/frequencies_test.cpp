// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequencies.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "topos/annotation/frequency_order.hpp"

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
  const auto shown = [](std::size_t budget, bool renew, std::size_t groups) {
    std::mt19937 random(5);
    topos::FeatureTables tables;
    topos::Frequencies all("/tmp", budget);
    for (int i = 0; i < 300; ++i) {
      const auto table = tables.current();
      std::map<topos::FeatureId, std::uint32_t> counts;
      for (int word = 0; word < 50; ++word) ++counts[table->id_of("word " + std::to_string(random() % 2000))];
      std::vector<topos::FeatureCount> list;
      for (const auto& [feature, n] : counts) list.push_back({feature, n});
      all.add(document(std::to_string(random() % groups), std::move(list)), table);
      if (renew) (void)tables.renew(all.most_for_table());
    }
    std::string text;
    all.rows(2, groups > 100 ? 1 : 2, [&](const topos::FrequencyRow& row) {
      text += std::string(row.feature) + ' ' + row.group->front() + ' ' + std::to_string(row.frequency.n) + '/' +
              std::to_string(row.frequency.documents) + ' ';
    });
    return text;
  };
  // Of many groups most have one document, or none.
  for (const std::size_t groups : {1U, 4U, 60U, 2000U}) {
    const std::string whole = shown(std::size_t{1} << 26, false, groups);
    CHECK(whole.size() > 1000);
    CHECK(shown(std::size_t{1} << 16, true, groups) == whole);
    CHECK(shown(std::size_t{1} << 12, true, groups) == whole);
  }
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
    CHECK(held.most() >= wanted.size());
    CHECK(held.most() <= 4 * wanted.size() + 4);
    std::map<topos::FeatureId, std::uint64_t> found;
    held.each([&](topos::FeatureId feature, const topos::Frequency& frequency) {
      CHECK(found.count(feature) == 0);
      found[feature] = frequency.n;
    });
    CHECK(found == wanted);
  }
}

TEST_CASE("documents are added up whether features are dense or sparse") {
  std::mt19937 random(8);
  for (const std::uint32_t most : {40u, 1000u, 1'000'000u})
    for (const int documents : {0, 1, 2, 90}) {
      topos::FeatureFrequencies held;
      std::map<topos::FeatureId, std::pair<std::uint64_t, std::uint64_t>> wanted;
      for (int i = 0; i < documents; ++i) {
        std::map<topos::FeatureId, std::uint32_t> counts;
        for (int j = 0; j < 60; ++j) ++counts[static_cast<topos::FeatureId>(random()) % most];
        std::vector<topos::FeatureCount> list;
        for (const auto& [feature, n] : counts) {
          list.push_back({feature, n});
          wanted[feature].first += n;
          ++wanted[feature].second;
        }
        held.add(std::move(list));
        held.add({});
      }
      CHECK(held.most() >= wanted.size());
      CHECK(held.most() <= 4 * wanted.size() + 4);
      std::map<topos::FeatureId, std::pair<std::uint64_t, std::uint64_t>> found;
      held.each([&](topos::FeatureId feature, const topos::Frequency& frequency) {
        CHECK(found.try_emplace(feature, frequency.n, frequency.documents).second);
      });
      CHECK(found == wanted);
    }
}

TEST_CASE("rows are ordered by falling n and then by text and stay in order where both are equal") {
  std::mt19937_64 random(12);
  topos::FeatureTable table;
  for (int i = 0; i < 500; ++i) {
    // Many begin with the same eight bytes, some are the beginning of others.
    std::string text(random() % 3 == 0 ? "" : "beginning");
    for (std::uint64_t size = random() % 4; size > 0; --size)
      text += static_cast<char>(random() % 2 == 0 ? 'a' : 0x80 + random() % 3);
    (void)table.id_of(text);
  }
  for (const std::uint64_t most : {std::uint64_t{1}, std::uint64_t{3000}, ~std::uint64_t{0}}) {
    std::vector<topos::GroupFrequency> rows;
    for (std::uint32_t group = 0; group < 20; ++group)
      for (topos::FeatureId feature = 0; feature < table.size(); ++feature)
        if (random() % 2 == 0) rows.push_back({feature, group, {1 + random() % most, 1}});
    std::shuffle(rows.begin(), rows.end(), random);
    std::vector<topos::GroupFrequency> wanted = rows;
    std::stable_sort(wanted.begin(), wanted.end(), [&](const auto& a, const auto& b) {
      if (a.frequency.n != b.frequency.n) return a.frequency.n > b.frequency.n;
      return table.text(a.feature) < table.text(b.feature);
    });
    topos::FrequencyOrder order(table);
    for (const topos::GroupFrequency& row : rows) order.expect(row.feature);
    order.begin();
    for (const topos::GroupFrequency& row : rows) order.put(row);
    std::size_t at = 0;
    order.each([&](const topos::GroupFrequency& row) {
      REQUIRE(at < wanted.size());
      REQUIRE(row.feature == wanted[at].feature);
      REQUIRE(row.group == wanted[at].group);
      REQUIRE(row.frequency.n == wanted[at].frequency.n);
      ++at;
    });
    CHECK(at == wanted.size());
  }
}
