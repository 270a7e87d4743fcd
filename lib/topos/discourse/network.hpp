// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "topos/discourse/graph.hpp"
#include "topos/discourse/projection.hpp"
#include "topos/discourse/shortest_paths.hpp"

namespace topos {

/// What a network is made of: which nodes each count ties. Counts of nodes alone follow those of cells.
struct NetworkPlan {
  struct Cell {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t stance = 0;
  };
  std::size_t nodes = 0;
  std::vector<double> stances{1};  ///< what each stance speaks for: 1, or against: −1
  std::vector<Cell> cells;  ///< with a projection a source is a row, a target a column; else the order does not matter
  std::vector<std::uint32_t> sets;  ///< of nodes that are ranked among themselves; empty: all are one
  bool directed = false;
};

/// How edges are made of counts.
struct NetworkRecipe {
  std::optional<Projection> projection;
  Normalization normalization = Normalization::none;
  double least_weight = 0;  ///< edges with a smaller weight, without its sign, are left out
  double disparity = 1;     ///< edges with a larger disparity are left out; 1: none is
};

/// An edge of a network.
struct NetworkEdge {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double weight = 0;
  double positive = 0;       ///< counts for, or congruence
  double negative = 0;       ///< counts against, or conflict
  std::uint32_t shared = 0;  ///< of a projection: columns that both nodes have
  double disparity = 1;
};

/// All edges with a weight, ordered by their nodes. `sums`: of each cell, then of each node.
/// Errors: Errc::usage, if a projection has more rows or columns than memory is meant for.
[[nodiscard]] std::vector<NetworkEdge> make_edges(const NetworkPlan& plan, const NetworkRecipe& recipe,
                                                  std::span<const double> sums);

/// Fills the disparity of edges and leaves out those that the recipe leaves out.
[[nodiscard]] std::vector<NetworkEdge> thin_edges(const NetworkPlan& plan, const NetworkRecipe& recipe,
                                                  std::vector<NetworkEdge> edges);

[[nodiscard]] Graph graph_of(const NetworkPlan& plan, const std::vector<NetworkEdge>& edges);

}  // namespace topos
