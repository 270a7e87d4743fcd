// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_table.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

using topos::FeatureId;
using topos::FeatureTable;

TEST_CASE("features are numbered in the order in which they are first asked for") {
  FeatureTable table;
  CHECK(table.id_of("b") == 0);
  CHECK(table.id_of("") == 1);
  CHECK(table.id_of("a") == 2);
  CHECK(table.id_of("b") == 0);
  CHECK(table.id_of("") == 1);
  CHECK(table.size() == 3);
  CHECK(table.text(0) == "b");
  CHECK(table.text(1).empty());
  CHECK(table.text(2) == "a");
}

TEST_CASE("many features at once get the numbers that they get one by one") {
  std::mt19937 random(1);
  FeatureTable table;
  FeatureTable one_by_one;
  std::unordered_map<std::string, FeatureId> wanted;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> texts;
    for (std::size_t i = random() % 200; i > 0; --i) {
      texts.push_back(std::to_string(random() % 20000));
      // A few are longer than what is kept together.
      if (random() % 500 == 0) texts.back().append(300'000, 'x');
    }
    const std::vector<std::string_view> features(texts.begin(), texts.end());
    std::vector<FeatureId> ids(features.size());
    table.ids_of(features, ids);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const FeatureId id = wanted.try_emplace(texts[i], static_cast<FeatureId>(wanted.size())).first->second;
      REQUIRE(ids[i] == id);
      REQUIRE(one_by_one.id_of(texts[i]) == id);
    }
  }
  CHECK(table.size() == wanted.size());
  CHECK(table.bytes() > 8 * wanted.size());
  for (const auto& [text, id] : wanted) REQUIRE(table.text(id) == text);
}
