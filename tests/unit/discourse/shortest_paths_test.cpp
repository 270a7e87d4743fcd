// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/shortest_paths.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "graphs.hpp"

using namespace topos;

namespace {

void check_near(const std::vector<double>& values, const std::vector<double>& expected) {
  REQUIRE(values.size() == expected.size());
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(values[i] == doctest::Approx(expected[i]).epsilon(1e-6));
}

}  // namespace

TEST_CASE("on a path of five nodes betweenness is 0 3 4 3 0") {
  check_near(betweenness(test::path_of(5), EdgeLength::step), {0, 3, 4, 3, 0});
  check_near(relative_betweenness(test::path_of(5), EdgeLength::step), {0, .5, 2 / 3.0, .5, 0});
}

TEST_CASE("the karate club has the published betweenness and closeness") {
  const Graph club = test::karate_club(false);
  const std::vector<double> between = relative_betweenness(club, EdgeLength::step);
  CHECK(between[0] == doctest::Approx(.437635).epsilon(1e-6));
  CHECK(between[33] == doctest::Approx(.304075).epsilon(1e-6));
  CHECK(between[1] == doctest::Approx(.053937).epsilon(1e-5));
  const std::vector<double> close = closeness(club, EdgeLength::step);
  CHECK(close[0] == doctest::Approx(.568966).epsilon(1e-6));
  CHECK(close[11] == doctest::Approx(.366667).epsilon(1e-6));
}

// Sums of inverse weights that are equal on paper must not differ in their last digits: hence whole lengths there.
TEST_CASE("with lengths by weight the karate club has the values that NetworkX gives for whole lengths") {
  const Graph club = test::karate_club(true);
  const std::vector<double> between = relative_betweenness(club, EdgeLength::inverse);
  CHECK(between[0] == doctest::Approx(.395833).epsilon(1e-5));
  CHECK(between[2] == doctest::Approx(.335227).epsilon(1e-5));
  CHECK(between[33] == doctest::Approx(.329545).epsilon(1e-5));
  const std::vector<double> close = closeness(club, EdgeLength::inverse);
  CHECK(close[0] == doctest::Approx(1.538291).epsilon(1e-6));
  CHECK(close[2] == doctest::Approx(1.634241).epsilon(1e-6));
}

TEST_CASE("paths of a directed graph follow its edges, and closeness looks at those that lead to a node") {
  const Graph graph(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}}, true);
  check_near(relative_betweenness(graph, EdgeLength::step), {1 / 12.0, .25, 5 / 12.0, .25, 0});
  check_near(closeness(graph, EdgeLength::step), {1 / 3.0, 1 / 3.0, 1 / 3.0, .375, .4});
}

TEST_CASE("closeness counts only what is reached, and less the less that is") {
  check_near(closeness(Graph(6, {{0, 1}, {1, 2}, {3, 4}}), EdgeLength::step), {4 / 15.0, .4, 4 / 15.0, .2, .2, 0});
}

TEST_CASE("too small graphs have no relative betweenness and a single node no closeness") {
  CHECK(std::isnan(relative_betweenness(test::path_of(2), EdgeLength::step)[0]));
  CHECK(std::isnan(closeness(Graph(1, {}), EdgeLength::step)[0]));
  CHECK(betweenness(Graph(0, {}), EdgeLength::step).empty());
}
