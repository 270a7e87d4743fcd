// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/centrality.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "topos/base/number.hpp"

namespace topos {
namespace {

constexpr int most_steps = 10'000;
constexpr double near_enough = 1e-13;
constexpr double least_part = 1e-10;

template <class Value>
std::vector<double> sums_at_ends(const Graph& graph, EdgeEnd end, const Value& value) {
  std::vector<double> sums(graph.nodes());
  for (const GraphEdge& edge : graph.edges()) {
    if (end != EdgeEnd::target) sums[edge.source] += value(edge);
    if (end != EdgeEnd::source) sums[edge.target] += value(edge);
  }
  return sums;
}

void make_unit(std::vector<double>& vector) {
  double squares = 0;
  for (const double one : vector) squares += one * one;
  for (double& one : vector) one /= std::sqrt(squares);
}

}  // namespace

std::vector<double> degrees(const Graph& graph, EdgeEnd end) {
  return sums_at_ends(graph, end, [](const GraphEdge&) { return 1.0; });
}

std::vector<double> strengths(const Graph& graph, EdgeEnd end) {
  return sums_at_ends(graph, end, [](const GraphEdge& edge) { return edge.weight; });
}

std::vector<double> eigenvector_centrality(const Graph& graph) {
  if (graph.edges().empty()) return std::vector<double>(graph.nodes(), undefined);
  // Weights are made small, so that adding the identity, without which two-mode graphs swing to and fro, slows nothing
  // down.
  double largest = 0;
  for (const double strength : strengths(graph)) largest = std::max(largest, strength);
  std::vector<double> now(graph.nodes(), 1);
  make_unit(now);
  for (int step = 0; step < most_steps; ++step) {
    std::vector<double> next = now;
    for (const GraphEdge& edge : graph.edges()) {
      next[edge.target] += edge.weight / largest * now[edge.source];
      if (!graph.directed()) next[edge.source] += edge.weight / largest * now[edge.target];
    }
    make_unit(next);
    double change = 0;
    for (std::size_t i = 0; i < now.size(); ++i) change += std::abs(next[i] - now[i]);
    now.swap(next);
    if (change >= near_enough * static_cast<double>(now.size())) continue;
    // What is left at nodes without a path to the leading ones are rounding errors.
    for (double& one : now)
      if (std::abs(one) < least_part) one = 0;
    return now;
  }
  return std::vector<double>(graph.nodes(), undefined);
}

std::vector<std::uint32_t> core_numbers(const Graph& directed) {
  const Graph graph = directed.undirected();
  std::vector<std::uint32_t> left(graph.nodes());
  std::uint32_t most = 0;
  for (std::uint32_t node = 0; node < left.size(); ++node)
    most = std::max(most, left[node] = static_cast<std::uint32_t>(graph.out(node).size()));
  std::vector<std::vector<std::uint32_t>> nodes_of(most + std::size_t{1});
  for (std::uint32_t node = 0; node < left.size(); ++node) nodes_of[left[node]].push_back(node);
  std::vector<bool> done(left.size());
  // Nodes with the fewest neighbours left are taken away first; lists grow while they are read.
  for (std::uint32_t core = 0; core < nodes_of.size(); ++core)
    while (!nodes_of[core].empty()) {
      const std::uint32_t node = nodes_of[core].back();
      nodes_of[core].pop_back();
      if (done[node] || left[node] != core) continue;
      done[node] = true;
      for (const Graph::Arc& arc : graph.out(node))
        if (!done[arc.node] && left[arc.node] > core) nodes_of[--left[arc.node]].push_back(arc.node);
    }
  return left;
}

std::vector<double> disparities(const Graph& graph) {
  const auto absolute = [](const GraphEdge& edge) { return std::abs(edge.weight); };
  const bool directed = graph.directed();
  const std::vector<double> leaving = sums_at_ends(graph, directed ? EdgeEnd::source : EdgeEnd::both, absolute);
  const std::vector<double> reaching = directed ? sums_at_ends(graph, EdgeEnd::target, absolute) : leaving;
  const auto chance = [](double weight, double sum, std::size_t edges) {
    return edges < 2 ? 1.0 : std::pow(1 - weight / sum, static_cast<double>(edges) - 1);
  };
  std::vector<double> result;
  for (const GraphEdge& edge : graph.edges())
    result.push_back(std::min(chance(absolute(edge), leaving[edge.source], graph.out(edge.source).size()),
                              chance(absolute(edge), reaching[edge.target], graph.in(edge.target).size())));
  return result;
}

std::vector<std::uint32_t> ranks_in_sets(const std::vector<double>& values, const std::vector<std::uint32_t>& sets) {
  const auto set_of = [&](std::uint32_t node) { return sets.empty() ? 0 : sets[node]; };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return values[a] > values[b] || (std::isnan(values[b]) && !std::isnan(values[a]));
  };
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return set_of(a) != set_of(b) ? set_of(a) < set_of(b) : before(a, b);
  });
  std::vector<std::uint32_t> ranks(values.size());
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    if (set_of(order[i]) != set_of(order[first])) first = i;
    ranks[order[i]] = i > first && !before(order[i - 1], order[i]) ? ranks[order[i - 1]] : i - first + 1;
  }
  return ranks;
}

}  // namespace topos
