// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace topos {

/// A tie of two nodes, from one to the other where the graph is directed.
struct GraphEdge {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double weight = 1;
};

/// Nodes numbered from 0 and weighted edges between them. What nodes stand for is the caller's to know.
class Graph {
 public:
  /// What is seen from a node: another one, and the edge that leads there.
  struct Arc {
    std::uint32_t node = 0;
    std::uint32_t edge = 0;
  };

  /// Domain: edges join different nodes below `nodes`; two nodes have one edge at most, in a directed graph one each
  /// way.
  Graph(std::size_t nodes, std::vector<GraphEdge> edges, bool directed = false);

  [[nodiscard]] std::size_t nodes() const noexcept { return out_.begins.size() - 1; }
  [[nodiscard]] const std::vector<GraphEdge>& edges() const noexcept { return edges_; }
  [[nodiscard]] bool directed() const noexcept { return directed_; }
  [[nodiscard]] double weight(const Arc& arc) const noexcept { return edges_[arc.edge].weight; }
  /// Edges that leave a node, and those that reach it; of an undirected graph all are both.
  [[nodiscard]] std::span<const Arc> out(std::uint32_t node) const noexcept { return out_.of(node); }
  [[nodiscard]] std::span<const Arc> in(std::uint32_t node) const noexcept {
    return directed_ ? in_.of(node) : out_.of(node);
  }

  /// Its edges with a weight above 0, on the same nodes.
  [[nodiscard]] Graph positive() const;
  /// The same graph without directions: weights of both directions are added.
  [[nodiscard]] Graph undirected() const;

 private:
  /// The arcs of all nodes, one node after the other.
  struct Arcs {
    std::vector<std::uint32_t> begins;
    std::vector<Arc> arcs;
    [[nodiscard]] std::span<const Arc> of(std::uint32_t node) const noexcept {
      return {arcs.data() + begins[node], begins[node + 1] - begins[node]};
    }
  };
  [[nodiscard]] Arcs arcs_of(std::size_t nodes, bool from_source, bool from_target) const;

  std::vector<GraphEdge> edges_;
  bool directed_;
  Arcs out_;
  Arcs in_;
};

/// Edges among those that there could be. NaN for fewer than two nodes.
[[nodiscard]] double density(const Graph& graph);

/// A number for each node, the same for nodes that edges join, whatever their direction: from 0, in the order of first
/// nodes.
[[nodiscard]] std::vector<std::uint32_t> components(const Graph& graph);

}  // namespace topos
