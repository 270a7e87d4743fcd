// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/graph.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <utility>

namespace topos {

Graph::Graph(std::size_t nodes, std::vector<GraphEdge> edges, bool directed)
    : edges_(std::move(edges)), directed_(directed) {
  out_ = arcs_of(nodes, true, !directed);
  if (directed) in_ = arcs_of(nodes, false, true);
}

Graph::Arcs Graph::arcs_of(std::size_t nodes, bool from_source, bool from_target) const {
  Arcs all;
  all.begins.assign(nodes + 1, 0);
  for (const GraphEdge& edge : edges_) {
    assert(edge.source < nodes && edge.target < nodes && edge.source != edge.target);
    if (from_source) ++all.begins[edge.source + 1];
    if (from_target) ++all.begins[edge.target + 1];
  }
  for (std::size_t i = 0; i < nodes; ++i) all.begins[i + 1] += all.begins[i];
  all.arcs.resize(all.begins[nodes]);
  std::vector<std::uint32_t> next(all.begins.begin(), all.begins.end() - 1);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    const GraphEdge& edge = edges_[i];
    if (from_source) all.arcs[next[edge.source]++] = {edge.target, i};
    if (from_target) all.arcs[next[edge.target]++] = {edge.source, i};
  }
  return all;
}

Graph Graph::positive() const {
  std::vector<GraphEdge> kept;
  for (const GraphEdge& edge : edges_)
    if (edge.weight > 0) kept.push_back(edge);
  return {nodes(), std::move(kept), directed_};
}

Graph Graph::undirected() const {
  if (!directed_) return *this;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
  for (const GraphEdge& edge : edges_) sums[std::minmax(edge.source, edge.target)] += edge.weight;
  std::vector<GraphEdge> merged;
  for (const auto& [ends, weight] : sums) merged.push_back({ends.first, ends.second, weight});
  return {nodes(), std::move(merged)};
}

double density(const Graph& graph) {
  if (graph.nodes() < 2) return std::numeric_limits<double>::quiet_NaN();
  const auto nodes = static_cast<double>(graph.nodes());
  return static_cast<double>(graph.edges().size()) / (nodes * (nodes - 1) / (graph.directed() ? 1 : 2));
}

std::vector<std::uint32_t> components(const Graph& graph) {
  constexpr std::uint32_t none = ~std::uint32_t{0};
  std::vector<std::uint32_t> found(graph.nodes(), none);
  std::vector<std::uint32_t> open;
  std::uint32_t number = 0;
  for (std::uint32_t first = 0; first < graph.nodes(); ++first) {
    if (found[first] != none) continue;
    found[first] = number;
    open.push_back(first);
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      for (const auto arcs : {graph.out(node), graph.in(node)})
        for (const Graph::Arc& arc : arcs)
          if (found[arc.node] == none) {
            found[arc.node] = number;
            open.push_back(arc.node);
          }
    }
    ++number;
  }
  return found;
}

}  // namespace topos
