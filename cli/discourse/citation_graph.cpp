// SPDX-License-Identifier: Apache-2.0
#include "discourse/citation_graph.hpp"

#include "cells.hpp"

namespace topos::cli {

void CitationGraph::add(const Node& source, std::string_view relation, const Node& target, std::uint64_t n,
                        const std::vector<std::string>& evidence) {
  nodes_.try_emplace(source);
  nodes_[target] += n;
  Edge& edge = edges_[{source, target, std::string(relation)}];
  edge.n += n;
  if (!edge.evidence.empty()) return;
  for (const std::string& place : evidence) edge.evidence += (edge.evidence.empty() ? "" : "; ") + place;
}

GraphTables CitationGraph::tables() const {
  GraphTables graph;
  graph.directed = true;
  graph.nodes.columns = {{"id"}, {"label"}, {"kind"}, {"reached", true}};
  graph.edges.columns = {{"source"}, {"target"}, {"relation"}, {"weight", true}, {"evidence"}};
  const auto id_of = [](const Node& node) { return node.kind + ": " + node.name; };
  for (const auto& [node, reached] : nodes_)
    graph.nodes.rows.push_back({id_of(node), node.name, node.kind, whole(reached)});
  for (const auto& [key, edge] : edges_) {
    const auto& [source, target, relation] = key;
    graph.edges.rows.push_back({id_of(source), id_of(target), relation, whole(edge.n), edge.evidence});
  }
  return graph;
}

}  // namespace topos::cli
