// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/network.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "topos/base/error.hpp"
#include "topos/discourse/network_resampling.hpp"

using namespace topos;

namespace {

/// Two rows (0, 1) and two columns (2, 3); sums of cells, then of nodes.
NetworkPlan two_by_two() {
  NetworkPlan plan;
  plan.nodes = 4;
  plan.cells = {{0, 2, 0}, {0, 3, 0}, {1, 2, 0}};
  return plan;
}

const std::vector<double> counts{4, 2, 1, 10, 5, 8, 2};

}  // namespace

TEST_CASE("edges of counts are divided as the recipe says") {
  const NetworkPlan plan = two_by_two();
  const auto first = [&](Normalization by) { return make_edges(plan, {{}, by, 0, 1}, counts)[0].weight; };
  CHECK(first(Normalization::none) == 4);
  CHECK(first(Normalization::average) == doctest::Approx(4 / 9.0));
  CHECK(first(Normalization::jaccard) == doctest::Approx(4 / 14.0));
  CHECK(first(Normalization::cosine) == doctest::Approx(4 / std::sqrt(80)));
  CHECK(first(Normalization::activity) == doctest::Approx(4 / 6.0));
  CHECK(first(Normalization::prominence) == doctest::Approx(4 / 5.0));
}

TEST_CASE("stances against are taken off, and edges that come to nothing are left out") {
  NetworkPlan plan = two_by_two();
  plan.stances = {1, -1};
  plan.cells = {{0, 2, 0}, {0, 2, 1}, {1, 2, 0}, {1, 2, 1}};
  const auto edges = make_edges(plan, {}, std::vector<double>{1, 3, 2, 2, 9, 9, 9, 9});
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].weight == -2);
  CHECK(edges[0].positive == 1);
  CHECK(edges[0].negative == 3);
}

TEST_CASE("a projection ties rows") {
  const NetworkRecipe recipe{Projection::congruence, Normalization::cosine, 0, 1};
  const auto edges = make_edges(two_by_two(), recipe, counts);
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].source == 0);
  CHECK(edges[0].target == 1);
  CHECK(edges[0].weight == doctest::Approx(4 / std::sqrt(20)));
}

TEST_CASE("a projection that is too large is an error") {
  NetworkPlan plan;
  plan.nodes = 6002;
  for (std::uint32_t i = 0; i < 6000; ++i) plan.cells.push_back({i, 6001, 0});
  CHECK_THROWS_AS(make_edges(plan, {Projection::congruence, Normalization::none, 0, 1}, std::vector<double>(12002, 1)),
                  Error);
}

TEST_CASE("thinning leaves out light edges and those that are no more than chance") {
  NetworkPlan plan;
  plan.nodes = 4;
  plan.cells = {{0, 1, 0}, {0, 2, 0}, {0, 3, 0}};
  const std::vector<double> sums{8, 1, 2, 0, 0, 0, 0};
  CHECK(thin_edges(plan, {{}, Normalization::none, 2, 1}, make_edges(plan, {}, sums)).size() == 2);
  const auto backbone = thin_edges(plan, {{}, Normalization::none, 0, .1}, make_edges(plan, {}, sums));
  REQUIRE(backbone.size() == 1);
  CHECK(backbone[0].target == 1);
}

TEST_CASE("sums count units, documents or presence, and clusters are drawn together") {
  const std::vector<DocumentName> names{{"b", ""}, {"a", "x"}, {"c", "x"}, {"d", ""}};
  const std::vector<DocumentUnits> units{{0, 3}, {1, 2}, {2, 5}};
  const auto sum_of = [&](CountOf count, const std::vector<std::uint32_t>& weights) {
    DocumentSums sums(names, {0, 1, 2}, count);
    sums.add(units);
    CHECK(sums.clusters() == 2);
    return weights.empty() ? sums.sums()[0] : sums.sums(weights)[0];
  };
  CHECK(sum_of(CountOf::units, {}) == 10);
  CHECK(sum_of(CountOf::documents, {}) == 3);
  CHECK(sum_of(CountOf::presence, {}) == 1);
  CHECK(sum_of(CountOf::units, {0, 2}) == 14);
  CHECK(sum_of(CountOf::presence, {0, 0}) == 0);
}

TEST_CASE("resampled networks give intervals from five documents on, whatever the order of documents") {
  NetworkPlan plan;
  plan.nodes = 3;
  plan.cells = {{0, 1, 0}, {0, 2, 0}};
  const auto intervals = [&](std::uint32_t documents, bool backward) {
    std::vector<DocumentName> names;
    std::vector<std::uint32_t> counted;
    std::vector<DocumentUnits> first;
    std::vector<DocumentUnits> second;
    for (std::uint32_t i = 0; i < documents; ++i) {
      const std::uint32_t number = backward ? documents - 1 - i : i;
      names.push_back({std::string(1, static_cast<char>('a' + number)), ""});
      counted.push_back(i);
      first.push_back({i, 5 + number});
      second.push_back({i, number % 2});
    }
    DocumentSums sums(names, counted, CountOf::units);
    sums.add(first);
    sums.add(second);
    for (std::uint32_t node = 0; node < plan.nodes; ++node) sums.add(first);
    const auto edges = thin_edges(plan, {}, make_edges(plan, {}, sums.sums()));
    return resample_network(plan, {}, sums, edges, Centrality::strength, EdgeLength::step, {1, 0, 500}, .95);
  };
  const NetworkIntervals found = intervals(8, false);
  CHECK(found.weights[0].lower < 68);
  CHECK(found.weights[0].upper > 68);
  CHECK(found.ranks[0].lower == 1);
  CHECK(found.ranks[0].upper == 1);
  CHECK(found.ranks[2].lower == 3);
  const NetworkIntervals other = intervals(8, true);
  CHECK(other.weights[1].lower == found.weights[1].lower);
  CHECK(other.weights[0].upper == found.weights[0].upper);
  CHECK(std::isnan(intervals(4, false).weights[0].lower));
}
