// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/communities.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "graphs.hpp"

using namespace topos;
using Numbers = std::vector<std::uint32_t>;

TEST_CASE("two triangles joined by an edge have a modularity of .357143") {
  CHECK(modularity(test::two_triangles(), {0, 0, 0, 1, 1, 1}) == doctest::Approx(.357143).epsilon(1e-6));
  CHECK(modularity(test::two_triangles(), {0, 0, 0, 0, 0, 0}) == doctest::Approx(0));
  CHECK(std::isnan(modularity(Graph(2, {}), {0, 1})));
}

TEST_CASE("communities of two triangles are the triangles") {
  const Communities found = louvain_communities(test::two_triangles());
  CHECK(found.groups == Numbers{0, 0, 0, 1, 1, 1});
  CHECK(found.modularity == doctest::Approx(.357143).epsilon(1e-6));
}

TEST_CASE("communities of the karate club reach the largest modularity that there is") {
  // .4198 in four groups: Brandes and others (2008).
  const Communities found = louvain_communities(test::karate_club(false));
  CHECK(found.modularity == doctest::Approx(.41979).epsilon(1e-5));
  CHECK(found.groups[0] != found.groups[33]);
  CHECK(louvain_communities(test::karate_club(false)).groups == found.groups);
}

TEST_CASE("nodes without edges are communities of their own") {
  const Communities found = louvain_communities(Graph(4, {{2, 3}}));
  CHECK(found.groups == Numbers{1, 2, 0, 0});
  CHECK(louvain_communities(Graph(0, {})).groups.empty());
  CHECK(louvain_communities(Graph(3, {})).groups == Numbers{0, 1, 2});
}

TEST_CASE("ties below 0 stand between groups") {
  // Two friends each, and enmity all across: all weight speaks for the two groups.
  const Graph camps(4, {{0, 1, 1}, {2, 3, 1}, {0, 2, -1}, {1, 3, -1}, {0, 3, -1}, {1, 2, -1}});
  const Communities found = louvain_communities(camps);
  CHECK(found.groups == Numbers{0, 0, 1, 1});
  // Above: 2 of 2 inside, less a half; below: none of 4 inside, less a half, with the opposite sign; weighted 2 to 4.
  CHECK(found.modularity == doctest::Approx((2 * .5 + 4 * .5) / 6));
}
