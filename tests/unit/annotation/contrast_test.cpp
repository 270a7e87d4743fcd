// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/contrast.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <map>
#include <random>

using topos::Contrast;

namespace {

constexpr std::size_t plenty = std::size_t{1} << 26;

/// A contrast and the features that it counts, named by letters.
struct Counted {
  Contrast contrast;
  Contrast::Table table = std::make_shared<topos::FeatureTable>();

  explicit Counted(std::size_t budget = plenty) : contrast("/tmp", budget) {}
  void add(Contrast::Group group, const Contrast::Origin& origin, std::uint64_t words,
           const std::map<std::string, std::uint32_t>& counts) {
    topos::DocumentFeatures::Group counted{{}, words, {}};
    for (const auto& [feature, n] : counts) counted.counts.push_back({table->id_of(feature), n});
    contrast.add(group, origin, counted, table);
  }
  /// "feature unit:n unit:n", by feature.
  std::map<std::string, std::string> rows() {
    std::map<std::string, std::string> rows;
    contrast.rows([&](const Contrast::Row& row) {
      std::string& text = rows[std::string(row.feature)];
      CHECK(text.empty());
      for (const Contrast::Count& count : row.counts)
        text += std::to_string(count.unit) + ':' + std::to_string(count.n) + ' ';
    });
    return rows;
  }
};

}  // namespace

TEST_CASE("features are counted for each unit of a group") {
  Counted counted;
  counted.add(0, {"", "en", false, false}, 10, {{"a", 2}, {"b", 1}});
  counted.add(0, {"", "ru", true, false}, 20, {{"a", 5}});
  counted.add(1, {"", "en", false, true}, 4, {{"c", 1}});
  counted.add(1, {"", "en", false, false}, 0, {});
  CHECK(counted.rows() == std::map<std::string, std::string>{{"a", "0:2 1:5 "}, {"b", "0:1 "}, {"c", "2:1 "}});
  CHECK(counted.contrast.groups() == 2);
  CHECK(counted.contrast.facts(0).words == 30);
  CHECK(counted.contrast.facts(0).duplicates == 1);
  CHECK(counted.contrast.facts(0).languages == std::set<std::string>{"en", "ru"});
  CHECK(counted.contrast.facts(1).documents == 2);
  CHECK(counted.contrast.facts(1).draft);
  CHECK(counted.contrast.facts(2).documents == 0);
  CHECK(counted.contrast.units().size() == 4);
}

TEST_CASE("documents of a cluster are one unit of each group that it is in") {
  Counted counted;
  counted.add(0, {"x", "en", false, false}, 10, {{"a", 1}});
  counted.add(0, {"", "en", false, false}, 10, {{"a", 1}});
  counted.add(0, {"x", "en", false, false}, 30, {{"a", 3}});
  counted.add(1, {"x", "en", false, false}, 5, {{"a", 1}});
  CHECK(counted.rows() == std::map<std::string, std::string>{{"a", "0:1 0:3 1:1 2:1 "}});
  const std::vector<Contrast::Unit>& units = counted.contrast.units();
  REQUIRE(units.size() == 3);
  CHECK(units[0].words == 40);
  CHECK(units[0].cluster == units[2].cluster);
  CHECK(units[0].cluster != units[1].cluster);
  CHECK(units[2].group == 1);
}

TEST_CASE("what memory does not hold changes no row") {
  std::mt19937 random(3);
  Counted whole;
  Counted small(std::size_t{1} << 12);
  for (int document = 0; document < 200; ++document) {
    std::map<std::string, std::uint32_t> counts;
    for (int i = 0; i < 40; ++i)
      counts["w" + std::to_string(random() % 500)] += 1 + static_cast<std::uint32_t>(random() % 3);
    const Contrast::Origin origin{document % 3 == 0 ? "c" + std::to_string(random() % 9) : "", "en", false, false};
    for (Counted* one : {&whole, &small}) one->add(static_cast<Contrast::Group>(document % 2), origin, 100, counts);
    // Another table begins now and then.
    if (document % 50 == 49) small.table = std::make_shared<topos::FeatureTable>();
  }
  const auto sorted = [](const std::map<std::string, std::string>& rows) {
    std::map<std::string, std::multiset<std::string>> all;
    for (const auto& [feature, text] : rows)
      for (std::size_t begin = 0, end = 0; (end = text.find(' ', begin)) != std::string::npos; begin = end + 1)
        all[feature].insert(text.substr(begin, end - begin));
    return all;
  };
  CHECK(sorted(whole.rows()) == sorted(small.rows()));
}
