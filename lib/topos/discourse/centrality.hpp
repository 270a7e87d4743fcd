// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/discourse/graph.hpp"

namespace topos {

/// Which edges of a directed graph are looked at.
enum class EdgeEnd { both, source, target };

/// The number of a node's edges; `source`: of those that leave it.
[[nodiscard]] std::vector<double> degrees(const Graph& graph, EdgeEnd end = EdgeEnd::both);

/// The sum of the weights of a node's edges.
[[nodiscard]] std::vector<double> strengths(const Graph& graph, EdgeEnd end = EdgeEnd::both);

/// A node counts as much as those that are tied to it (point to it), by the weight of the ties: the first eigenvector
/// of the weights, of length 1. All NaN without edges, or where it cannot be found in 10000 steps. Domain: weights
/// above 0.   Cost: edges for each step.   Source: Bonacich (1972); power iteration on weights plus identity.
[[nodiscard]] std::vector<double> eigenvector_centrality(const Graph& graph);

/// The largest k for which a node is in a part of the graph whose nodes all have k neighbours in it; directions do not
/// matter. Source: Seidman (1983).
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const Graph& graph);

/// For each edge how likely one of its ends would give it so large a share of its weight, or a larger one, by chance:
/// the smaller of both ends. An end with one edge says nothing; an edge of two such ends gives 1. Domain: weights other
/// than 0; their sign does not matter.   Source: the disparity filter, Serrano, Boguñá and Vespignani (2009).
[[nodiscard]] std::vector<double> disparities(const Graph& graph);

/// 1 for the node with the largest value of its set; equal values share the best of their ranks.
/// Domain: NaN comes last; an empty `sets` makes all nodes one set.
[[nodiscard]] std::vector<std::uint32_t> ranks_in_sets(const std::vector<double>& values,
                                                       const std::vector<std::uint32_t>& sets);

}  // namespace topos
