// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/network_resampling.hpp"

#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/discourse/centrality.hpp"

namespace topos {
namespace {

constexpr std::size_t most_values = 32'000'000;

/// Values of all replicates, one item after the other.
class Replicates {
 public:
  Replicates(std::size_t items, std::size_t replicates) : replicates_(replicates), values_(items * replicates) {}
  double& at(std::size_t item, std::size_t replicate) { return values_[item * replicates_ + replicate]; }
  [[nodiscard]] Interval interval(std::size_t item, std::size_t rows, double level) const {
    const double* const own = values_.data() + item * replicates_;
    return expanded_interval(std::vector<double>(own, own + replicates_), rows, level);
  }

 private:
  std::size_t replicates_;
  std::vector<double> values_;
};

/// Both lists are ordered by their nodes, so one walk joins them.
void keep_weights(const std::vector<NetworkEdge>& wanted, const std::vector<NetworkEdge>& found, std::size_t replicate,
                  Replicates& weights) {
  const auto ends = [](const NetworkEdge& edge) { return std::pair(edge.source, edge.target); };
  auto at = found.begin();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    while (at != found.end() && ends(*at) < ends(wanted[i])) ++at;
    if (at != found.end() && ends(*at) == ends(wanted[i])) weights.at(i, replicate) = at->weight;
  }
}

}  // namespace

NetworkIntervals resample_network(const NetworkPlan& plan, const NetworkRecipe& recipe, const DocumentSums& documents,
                                  const std::vector<NetworkEdge>& edges, Centrality centrality, EdgeLength length,
                                  const BootstrapSettings& settings, double level) {
  NetworkIntervals result{std::vector<Interval>(edges.size(), {undefined, undefined}),
                          std::vector<Interval>(plan.nodes, {undefined, undefined})};
  const std::size_t rows = documents.clusters();
  if (rows < least_documents) return result;
  if ((edges.size() + plan.nodes) * settings.replicates > most_values)
    throw Error(Errc::usage, "intervals of so many edges and nodes need too much memory", {},
                "thin the network with --min-weight or --backbone, or say --replicates");
  Replicates weights(edges.size(), settings.replicates);
  Replicates ranks(plan.nodes, settings.replicates);
  std::vector<std::uint32_t> drawn(rows);
  for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
    draw_weights(drawn, settings, replicate);
    const std::vector<double> sums = documents.sums(drawn);
    std::vector<NetworkEdge> found = make_edges(plan, recipe, sums);
    keep_weights(edges, found, replicate, weights);
    const Graph graph = graph_of(plan, thin_edges(plan, recipe, std::move(found)));
    const std::vector<std::uint32_t> order = ranks_in_sets(measure_nodes(graph, centrality, length), plan.sets);
    for (std::size_t node = 0; node < order.size(); ++node) ranks.at(node, replicate) = order[node];
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Interval found = weights.interval(i, rows, level);
    if (found.lower < found.upper) result.weights[i] = found;
  }
  for (std::size_t node = 0; node < plan.nodes; ++node) result.ranks[node] = ranks.interval(node, rows, level);
  return result;
}

}  // namespace topos
