// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/shortest_paths.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

#include "topos/base/number.hpp"

namespace topos {
namespace {

constexpr double far = std::numeric_limits<double>::infinity();

/// The shortest paths from one node to all that it reaches.
class PathSearch {
 public:
  /// `backward`: paths that lead to the node, against the edges' directions.
  PathSearch(const Graph& graph, EdgeLength length, bool backward)
      : graph_(graph), length_(length), backward_(backward), distance_(graph.nodes()), paths_(graph.nodes()),
        before_(graph.nodes()) {}

  void from(std::uint32_t start) {
    order_.clear();
    distance_.assign(graph_.nodes(), far);
    paths_.assign(graph_.nodes(), 0);
    for (auto& nodes : before_) nodes.clear();
    distance_[start] = 0;
    paths_[start] = 1;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    open.emplace(0, start);
    std::vector<bool> done(graph_.nodes());
    while (!open.empty()) {
      const std::uint32_t node = std::get<1>(open.top());
      open.pop();
      if (done[node]) continue;
      done[node] = true;
      order_.push_back(node);
      for (const Graph::Arc& arc : backward_ ? graph_.in(node) : graph_.out(node)) {
        if (done[arc.node]) continue;
        const double reached = distance_[node] + (length_ == EdgeLength::step ? 1 : 1 / graph_.weight(arc));
        if (same(reached, distance_[arc.node])) {
          paths_[arc.node] += paths_[node];
          before_[arc.node].push_back(node);
        } else if (reached < distance_[arc.node]) {
          distance_[arc.node] = reached;
          paths_[arc.node] = paths_[node];
          before_[arc.node].assign(1, node);
          open.emplace(reached, arc.node);
        }
      }
    }
  }

  /// Nodes that were reached, nearest first; the start is the first.
  [[nodiscard]] const std::vector<std::uint32_t>& order() const { return order_; }
  [[nodiscard]] double distance(std::uint32_t node) const { return distance_[node]; }
  [[nodiscard]] double paths(std::uint32_t node) const { return paths_[node]; }
  [[nodiscard]] const std::vector<std::uint32_t>& before(std::uint32_t node) const { return before_[node]; }

 private:
  using Open = std::tuple<double, std::uint32_t>;

  /// Sums of inverse weights that are equal on paper differ in their last digits.
  static bool same(double a, double b) { return b != far && std::abs(a - b) <= 1e-12 * b; }

  const Graph& graph_;
  EdgeLength length_;
  bool backward_;
  std::vector<std::uint32_t> order_;
  std::vector<double> distance_;
  std::vector<double> paths_;
  std::vector<std::vector<std::uint32_t>> before_;
};

}  // namespace

std::vector<double> betweenness(const Graph& graph, EdgeLength length) {
  std::vector<double> result(graph.nodes());
  std::vector<double> share(graph.nodes());
  PathSearch search(graph, length, false);
  for (std::uint32_t start = 0; start < graph.nodes(); ++start) {
    search.from(start);
    const std::vector<std::uint32_t>& order = search.order();
    for (const std::uint32_t node : order) share[node] = 0;
    for (std::size_t i = order.size(); i-- > 1;) {
      const std::uint32_t node = order[i];
      for (const std::uint32_t before : search.before(node))
        share[before] += search.paths(before) / search.paths(node) * (1 + share[node]);
      result[node] += share[node];
    }
  }
  if (!graph.directed())
    for (double& one : result) one /= 2;
  return result;
}

std::vector<double> relative_betweenness(const Graph& graph, EdgeLength length) {
  const auto others = static_cast<double>(graph.nodes()) - 1;
  if (others < 2) return std::vector<double>(graph.nodes(), undefined);
  std::vector<double> result = betweenness(graph, length);
  for (double& one : result) one /= others * (others - 1) / (graph.directed() ? 1 : 2);
  return result;
}

std::vector<double> closeness(const Graph& graph, EdgeLength length) {
  std::vector<double> result(graph.nodes(), undefined);
  if (graph.nodes() < 2) return result;
  const auto others = static_cast<double>(graph.nodes() - 1);
  PathSearch search(graph, length, true);
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    search.from(node);
    double sum = 0;
    for (const std::uint32_t other : search.order()) sum += search.distance(other);
    const auto reached = static_cast<double>(search.order().size() - 1);
    result[node] = reached == 0 ? 0 : reached / sum * (reached / others);
  }
  return result;
}

}  // namespace topos
