// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/discourse/graph.hpp"

namespace topos {

/// The share of weight inside groups of nodes, less the share that would be there if ties fell at random among nodes of
/// these strengths. Ties below 0 count for groups that they stand between. NaN without edges.   Domain: undirected.
/// Source: Newman and Girvan (2004); Newman (2004) for weights; Gómez, Jensen and Arenas (2009) for weights below 0.
[[nodiscard]] double modularity(const Graph& graph, const std::vector<std::uint32_t>& groups);

/// Groups of nodes with more weight inside them than between them.
struct Communities {
  std::vector<std::uint32_t> groups;  ///< of each node: from 0, the largest first, then the one with the first node
  double modularity = 0;
};

/// The best grouping of several searches, each of which visits nodes in another order: that of their numbers, then
/// random ones. The same graph and seed give the same groups. Domain: undirected, weights above 0.   Source: Blondel,
/// Guillaume, Lambiotte and Lefebvre (2008), the Louvain method.
[[nodiscard]] Communities louvain_communities(const Graph& graph, std::uint64_t seed = 1, std::uint32_t searches = 10);

}  // namespace topos
