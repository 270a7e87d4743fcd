// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/network.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/discourse/centrality.hpp"

namespace topos {
namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::size_t most_rows = 5'000;
constexpr std::size_t most_weights = 50'000'000;

/// Cells are numbered within the rows, and within the columns, that occur.
std::vector<std::uint32_t> numbers_of(const NetworkPlan& plan, std::uint32_t NetworkPlan::Cell::*end,
                                      std::vector<std::uint32_t>& nodes) {
  std::vector<std::uint32_t> number(plan.nodes);
  for (const NetworkPlan::Cell& cell : plan.cells) nodes.push_back(cell.*end);
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) number[nodes[i]] = i;
  return number;
}

std::vector<NetworkEdge> projected(const NetworkPlan& plan, const NetworkRecipe& recipe, std::span<const double> sums) {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> columns;
  const std::vector<std::uint32_t> row_of = numbers_of(plan, &NetworkPlan::Cell::source, rows);
  const std::vector<std::uint32_t> column_of = numbers_of(plan, &NetworkPlan::Cell::target, columns);
  if (rows.size() > most_rows || rows.size() * columns.size() * plan.stances.size() > most_weights)
    throw Error(Errc::usage,
                "a projection of " + std::to_string(rows.size()) + " nodes by " + std::to_string(columns.size()) +
                    " is too large",
                {}, "choose fewer with --rows, --columns, --where or --level");
  Profiles profiles(rows.size(), columns.size(), plan.stances.size());
  for (std::size_t i = 0; i < plan.cells.size(); ++i)
    profiles.at(row_of[plan.cells[i].source], column_of[plan.cells[i].target], plan.cells[i].stance) += sums[i];
  std::vector<NetworkEdge> edges;
  for (const ProjectedTie& tie : *recipe.projection == Projection::deviation
                                     ? project_deviations(profiles)
                                     : project(profiles, same_stance(plan.stances.size()), recipe.normalization)) {
    const double weight = *recipe.projection == Projection::congruence || *recipe.projection == Projection::deviation
                              ? tie.congruence
                          : *recipe.projection == Projection::conflict ? tie.conflict
                                                                       : tie.congruence - tie.conflict;
    if (weight != 0) edges.push_back({rows[tie.a], rows[tie.b], weight, tie.congruence, tie.conflict, tie.shared, 1});
  }
  return edges;
}

/// What the weight of a tie is divided by; a and b: counts of its nodes.
double divisor(Normalization normalization, double a, double b, double both) {
  switch (normalization) {
    case Normalization::average:
      return (a + b) / 2;
    case Normalization::jaccard:
      return a + b - both;
    case Normalization::cosine:
      return std::sqrt(a * b);
    default:
      return 1;
  }
}

void divide(NetworkEdge& edge, double by) {
  edge.weight /= by;
  edge.positive /= by;
  edge.negative /= by;
}

void divide_by_sums(std::vector<NetworkEdge>& edges, std::size_t nodes, std::uint32_t NetworkEdge::*end) {
  std::vector<double> sum(nodes);
  for (const NetworkEdge& edge : edges) sum[edge.*end] += edge.positive + edge.negative;
  for (NetworkEdge& edge : edges) divide(edge, sum[edge.*end]);
}

std::vector<NetworkEdge> counted(const NetworkPlan& plan, const NetworkRecipe& recipe, std::span<const double> sums) {
  std::map<Ends, NetworkEdge> found;
  for (std::size_t i = 0; i < plan.cells.size(); ++i) {
    const NetworkPlan::Cell& cell = plan.cells[i];
    NetworkEdge& edge =
        found.try_emplace({cell.source, cell.target}, NetworkEdge{cell.source, cell.target, 0, 0, 0, 0, 1})
            .first->second;
    (plan.stances[cell.stance] < 0 ? edge.negative : edge.positive) += sums[i];
  }
  std::vector<NetworkEdge> edges;
  for (auto& [ends, edge] : found) {
    edge.weight = edge.positive - edge.negative;
    const double both = edge.positive + edge.negative;
    if (both == 0) continue;
    divide(edge, divisor(recipe.normalization, sums[plan.cells.size() + edge.source],
                         sums[plan.cells.size() + edge.target], both));
    edges.push_back(edge);
  }
  if (recipe.normalization == Normalization::activity) divide_by_sums(edges, plan.nodes, &NetworkEdge::source);
  if (recipe.normalization == Normalization::prominence) divide_by_sums(edges, plan.nodes, &NetworkEdge::target);
  std::erase_if(edges, [](const NetworkEdge& edge) { return edge.weight == 0; });
  return edges;
}

}  // namespace

std::vector<NetworkEdge> make_edges(const NetworkPlan& plan, const NetworkRecipe& recipe,
                                    std::span<const double> sums) {
  return recipe.projection ? projected(plan, recipe, sums) : counted(plan, recipe, sums);
}

std::vector<NetworkEdge> thin_edges(const NetworkPlan& plan, const NetworkRecipe& recipe,
                                    std::vector<NetworkEdge> edges) {
  std::erase_if(edges, [&](const NetworkEdge& edge) { return std::abs(edge.weight) < recipe.least_weight; });
  const std::vector<double> found = disparities(graph_of(plan, edges));
  for (std::size_t i = 0; i < edges.size(); ++i) edges[i].disparity = found[i];
  std::erase_if(edges, [&](const NetworkEdge& edge) { return edge.disparity > recipe.disparity; });
  return edges;
}

Graph graph_of(const NetworkPlan& plan, const std::vector<NetworkEdge>& edges) {
  std::vector<GraphEdge> plain;
  for (const NetworkEdge& edge : edges) plain.push_back({edge.source, edge.target, edge.weight});
  return {plan.nodes, std::move(plain), plan.directed};
}

}  // namespace topos
