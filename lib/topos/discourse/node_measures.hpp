// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "topos/discourse/graph.hpp"
#include "topos/discourse/shortest_paths.hpp"

namespace topos {

/// A measure of nodes by which they are ranked.
enum class Centrality { strength, degree, betweenness, closeness, eigenvector };

/// The names as typed, in the order of Centrality.
[[nodiscard]] std::span<const std::string_view> centrality_names() noexcept;

/// Values of one measure. All but degree are of edges with a weight above 0.   Domain and cost: those of the measures.
[[nodiscard]] std::vector<double> measure_nodes(const Graph& graph, Centrality centrality, EdgeLength length);

/// Everything that is said of the nodes of a graph.
struct NodeMeasures {
  std::vector<double> degree;             ///< of all edges
  std::vector<double> strength;           ///< the sum of weights above 0
  std::vector<double> negative_strength;  ///< the sum of weights below 0, without their sign
  std::vector<double> betweenness;        ///< relative; empty if the graph is too large
  std::vector<double> closeness;          ///< empty if the graph is too large
  std::vector<double> eigenvector;
  std::vector<std::uint32_t> core;
  std::vector<std::uint32_t> component;
  std::vector<std::uint32_t> community;
  double modularity = 0;
};

/// Nodes times edges beyond which shortest paths are not looked for.
inline constexpr std::uint64_t most_path_steps = 1'000'000'000;

[[nodiscard]] NodeMeasures measure_all(const Graph& graph, EdgeLength length, std::uint64_t seed);

/// Whether shortest paths of all nodes can be looked for in reasonable time.
[[nodiscard]] bool paths_are_possible(const Graph& graph);

}  // namespace topos
