// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/graph.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "graphs.hpp"

using namespace topos;
using Numbers = std::vector<std::uint32_t>;

TEST_CASE("density is the share of possible edges") {
  CHECK(density(test::karate_club(false)) == doctest::Approx(.139037).epsilon(1e-5));
  CHECK(density(Graph(3, {{0, 1}, {1, 0}, {1, 2}}, true)) == doctest::Approx(.5));
  CHECK(density(Graph(4, {})) == 0);
  CHECK(std::isnan(density(Graph(1, {}))));
  CHECK(std::isnan(density(Graph(0, {}))));
}

TEST_CASE("components are what edges join, whatever their direction") {
  CHECK(components(Graph(6, {{4, 5}, {1, 0}, {3, 0}}, true)) == Numbers{0, 0, 1, 0, 2, 2});
  CHECK(components(Graph(0, {})).empty());
}

TEST_CASE("an undirected graph sums both directions, and a positive one drops the rest") {
  const Graph graph(3, {{0, 1, 2}, {1, 0, 3}, {1, 2, -1}}, true);
  const Graph merged = graph.undirected();
  REQUIRE(merged.edges().size() == 2);
  CHECK(merged.edges()[0].weight == 5);
  CHECK(graph.positive().edges().size() == 2);
  CHECK(graph.out(1).size() == 2);
  CHECK(graph.in(1).size() == 1);
}
