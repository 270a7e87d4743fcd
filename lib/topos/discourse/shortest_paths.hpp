// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/discourse/graph.hpp"

namespace topos {

/// How long an edge is: one step, or the inverse of its weight, so that strong ties are short.
enum class EdgeLength { step, inverse };

/// For each node the shortest paths of two others that run through it; of several equally short ones each counts its
/// share. In an undirected graph each pair counts once. Domain: weights above 0.   Cost: nodes times edges; with
/// inverse lengths, times the logarithm of nodes.   Source: Freeman (1977); Brandes (2001).
[[nodiscard]] std::vector<double> betweenness(const Graph& graph, EdgeLength length);

/// The same, divided by the pairs of other nodes. NaN for fewer than three nodes.
[[nodiscard]] std::vector<double> relative_betweenness(const Graph& graph, EdgeLength length);

/// The inverse of the mean distance from the nodes that reach it, times the share of other nodes that do; 0 where none
/// does. NaN for a single node. Domain and cost: as betweenness().   Source: Freeman (1979); Wasserman and Faust (1994)
/// for graphs of several components.
[[nodiscard]] std::vector<double> closeness(const Graph& graph, EdgeLength length);

}  // namespace topos
