// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/node_measures.hpp"

#include <algorithm>
#include <array>

#include "topos/discourse/centrality.hpp"
#include "topos/discourse/communities.hpp"

namespace topos {
namespace {

std::vector<double> negative_strengths(const Graph& graph) {
  std::vector<GraphEdge> negative;
  for (const GraphEdge& edge : graph.edges())
    if (edge.weight < 0) negative.push_back({edge.source, edge.target, -edge.weight});
  return strengths(Graph(graph.nodes(), std::move(negative), graph.directed()));
}

}  // namespace

std::span<const std::string_view> centrality_names() noexcept {
  static constexpr std::array<std::string_view, 5> names{"strength", "degree", "betweenness", "closeness",
                                                         "eigenvector"};
  return names;
}

std::vector<double> measure_nodes(const Graph& graph, Centrality centrality, EdgeLength length) {
  switch (centrality) {
    case Centrality::degree:
      return degrees(graph);
    case Centrality::betweenness:
      return relative_betweenness(graph.positive(), length);
    case Centrality::closeness:
      return closeness(graph.positive(), length);
    case Centrality::eigenvector:
      return eigenvector_centrality(graph.positive());
    case Centrality::strength:
      break;
  }
  return strengths(graph.positive());
}

NodeMeasures measure_all(const Graph& graph, EdgeLength length, std::uint64_t seed) {
  const Graph positive = graph.positive();
  NodeMeasures all;
  all.degree = degrees(graph);
  all.strength = strengths(positive);
  all.negative_strength = negative_strengths(graph);
  if (paths_are_possible(graph)) {
    all.betweenness = relative_betweenness(positive, length);
    all.closeness = closeness(positive, length);
  }
  all.eigenvector = eigenvector_centrality(positive);
  all.core = core_numbers(positive);
  all.component = components(positive);
  Communities found = louvain_communities(graph.undirected(), seed);
  all.community = std::move(found.groups);
  all.modularity = found.modularity;
  return all;
}

bool paths_are_possible(const Graph& graph) {
  return graph.nodes() * std::uint64_t{graph.edges().size()} <= most_path_steps;
}

}  // namespace topos
