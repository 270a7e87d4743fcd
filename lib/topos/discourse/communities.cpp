// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/communities.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/statistics/random.hpp"

namespace topos {
namespace {

constexpr double least_gain = 1e-12;
constexpr int most_rounds = 1000;

/// Sums of weights above and below 0, the latter without their sign.
struct Strength {
  double above = 0;
  double below = 0;
  void add(double weight) { (weight > 0 ? above : below) += std::abs(weight); }
  void add(const Strength& other, double sign) {
    above += sign * other.above;
    below += sign * other.below;
  }
  /// What ties of two nodes of these strengths would weigh if they fell at random among `all`, counted from both ends.
  [[nodiscard]] double expected(const Strength& other, const Strength& all) const {
    return (all.above > 0 ? above * other.above / all.above : 0) -
           (all.below > 0 ? below * other.below / all.below : 0);
  }
};

std::vector<Strength> strengths_of(const Graph& graph) {
  std::vector<Strength> strength(graph.nodes());
  for (const GraphEdge& edge : graph.edges()) {
    strength[edge.source].add(edge.weight);
    strength[edge.target].add(edge.weight);
  }
  return strength;
}

/// A graph whose nodes are groups of nodes of another one, whose strengths they have together.
struct Level {
  Graph graph;
  std::vector<Strength> strength;
};

Strength sum_of(const std::vector<Strength>& strengths) {
  Strength all;
  for (const Strength& one : strengths) all.add(one, 1);
  return all;
}

/// Moves nodes one by one to the neighbouring group that gains most, until none gains.
std::vector<std::uint32_t> move_nodes(const Level& level, std::span<const std::uint32_t> order) {
  const Graph& graph = level.graph;
  const Strength all = sum_of(level.strength);
  std::vector<std::uint32_t> group(graph.nodes());
  std::iota(group.begin(), group.end(), 0);
  std::vector<Strength> sum = level.strength;  // of each group
  std::map<std::uint32_t, double> ties;
  bool moved = true;
  for (int round = 0; moved && round < most_rounds; ++round) {
    moved = false;
    for (const std::uint32_t node : order) {
      ties.clear();
      ties[group[node]] = 0;
      for (const Graph::Arc& arc : graph.out(node)) ties[group[arc.node]] += graph.weight(arc);
      sum[group[node]].add(level.strength[node], -1);
      const auto gain = [&](std::uint32_t to, double weight) {
        return weight - level.strength[node].expected(sum[to], all);
      };
      std::uint32_t best = group[node];
      double most = gain(best, ties[best]);
      for (const auto& [to, weight] : ties)
        if (const double other = gain(to, weight); other > most + least_gain * (all.above + all.below)) {
          most = other;
          best = to;
        }
      sum[best].add(level.strength[node], 1);
      moved = moved || best != group[node];
      group[node] = best;
    }
  }
  return group;
}

/// Numbers groups from 0 in the order of their first nodes; gives how many there are.
std::uint32_t number_groups(std::vector<std::uint32_t>& groups) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t& one : groups)
    one = numbers.try_emplace(one, static_cast<std::uint32_t>(numbers.size())).first->second;
  return static_cast<std::uint32_t>(numbers.size());
}

Level merge_groups(const Level& level, const std::vector<std::uint32_t>& groups, std::uint32_t count) {
  std::vector<Strength> strength(count);
  for (std::size_t i = 0; i < groups.size(); ++i) strength[groups[i]].add(level.strength[i], 1);
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> between;
  for (const GraphEdge& edge : level.graph.edges())
    if (groups[edge.source] != groups[edge.target])
      between[std::minmax(groups[edge.source], groups[edge.target])] += edge.weight;
  std::vector<GraphEdge> edges;
  for (const auto& [ends, weight] : between) edges.push_back({ends.first, ends.second, weight});
  return {Graph(count, std::move(edges)), std::move(strength)};
}

std::vector<std::uint32_t> search_groups(const Graph& graph, std::uint64_t seed, std::uint32_t search) {
  std::vector<std::uint32_t> result(graph.nodes());
  std::iota(result.begin(), result.end(), 0);
  Level level{graph, strengths_of(graph)};
  Random random(seed, 0, search);
  while (true) {
    std::vector<std::uint32_t> order(level.graph.nodes());
    std::iota(order.begin(), order.end(), 0);
    if (search > 0) random.shuffle(std::span(order));
    std::vector<std::uint32_t> groups = move_nodes(level, order);
    const std::uint32_t count = number_groups(groups);
    for (std::uint32_t& one : result) one = groups[one];
    if (count == level.graph.nodes()) return result;
    level = merge_groups(level, groups, count);
  }
}

/// Numbers groups by size, then by their first node.
void order_groups(std::vector<std::uint32_t>& groups) {
  const std::uint32_t count = number_groups(groups);
  std::vector<std::size_t> size(count);
  for (const std::uint32_t one : groups) ++size[one];
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> number(count);
  for (std::uint32_t i = 0; i < count; ++i) number[order[i]] = i;
  for (std::uint32_t& one : groups) one = number[one];
}

}  // namespace

double modularity(const Graph& graph, const std::vector<std::uint32_t>& groups) {
  if (graph.edges().empty()) return undefined;
  const std::vector<Strength> strength = strengths_of(graph);
  const Strength all = sum_of(strength);
  std::vector<Strength> sums(groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + std::size_t{1});
  for (std::size_t i = 0; i < groups.size(); ++i) sums[groups[i]].add(strength[i], 1);
  double inside = 0;
  for (const GraphEdge& edge : graph.edges())
    if (groups[edge.source] == groups[edge.target]) inside += 2 * edge.weight;
  for (const Strength& one : sums) inside -= one.expected(one, all);
  return inside / (all.above + all.below);
}

Communities louvain_communities(const Graph& graph, std::uint64_t seed, std::uint32_t searches) {
  Communities best;
  for (std::uint32_t search = 0; search < searches; ++search) {
    std::vector<std::uint32_t> groups = search_groups(graph, seed, search);
    const double value = modularity(graph, groups);
    if (search == 0 || value > best.modularity + least_gain) best = {std::move(groups), value};
  }
  order_groups(best.groups);
  return best;
}

}  // namespace topos
