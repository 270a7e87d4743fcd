// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/centrality.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "graphs.hpp"

using namespace topos;
using Numbers = std::vector<std::uint32_t>;

TEST_CASE("degree counts edges and strength their weights") {
  const Graph club = test::karate_club(true);
  CHECK(degrees(club)[0] == 16);
  CHECK(degrees(club)[33] == 17);
  CHECK(strengths(club)[0] == 42);
  CHECK(strengths(club)[33] == 48);
  const Graph arrows(3, {{0, 1, 2}, {2, 1, 3}, {1, 0, 5}}, true);
  CHECK(degrees(arrows, EdgeEnd::target)[1] == 2);
  CHECK(strengths(arrows, EdgeEnd::source)[1] == 5);
}

TEST_CASE("eigenvector centrality of the karate club is that of NetworkX, without and with weights") {
  const std::vector<double> plain = eigenvector_centrality(test::karate_club(false));
  CHECK(plain[0] == doctest::Approx(.355491).epsilon(1e-5));
  CHECK(plain[33] == doctest::Approx(.373363).epsilon(1e-5));
  CHECK(plain[11] == doctest::Approx(.052856).epsilon(1e-4));
  const std::vector<double> weighted = eigenvector_centrality(test::karate_club(true));
  CHECK(weighted[0] == doctest::Approx(.312351).epsilon(1e-5));
  CHECK(weighted[33] == doctest::Approx(.364097).epsilon(1e-5));
}

TEST_CASE("eigenvector centrality is found in two-mode graphs, and undefined without edges") {
  const std::vector<double> star = eigenvector_centrality(Graph(4, {{0, 1}, {0, 2}, {0, 3}}));
  CHECK(star[0] == doctest::Approx(std::sqrt(.5)));
  CHECK(star[1] == doctest::Approx(std::sqrt(1 / 6.0)));
  CHECK(std::isnan(eigenvector_centrality(Graph(2, {}))[0]));
}

TEST_CASE("core numbers of the karate club are those of NetworkX") {
  CHECK(core_numbers(test::karate_club(false)) ==
        Numbers{4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4});
  CHECK(core_numbers(Graph(3, {})) == Numbers{0, 0, 0});
  CHECK(core_numbers(Graph(2, {{0, 1}, {1, 0}}, true)) == Numbers{1, 1});
}

TEST_CASE("the disparity of an edge is the smaller of what its ends give it") {
  // Node 0 has three edges of weights 8, 1 and 1; its neighbours have no other.
  const std::vector<double> star = disparities(Graph(4, {{0, 1, 8}, {0, 2, -1}, {0, 3, 1}}));
  CHECK(star[0] == doctest::Approx(.04));
  CHECK(star[1] == doctest::Approx(.81));
  CHECK(disparities(test::path_of(2))[0] == 1);
}

TEST_CASE("ranks are of sets, equal values share the best, and what is undefined comes last") {
  CHECK(ranks_in_sets({3, 5, 5, NAN, 1}, {}) == Numbers{3, 1, 1, 5, 4});
  CHECK(ranks_in_sets({3, 5, 5, 7, 1}, {0, 1, 0, 1, 0}) == Numbers{2, 2, 1, 1, 3});
  CHECK(ranks_in_sets({}, {}).empty());
}
