// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "discourse/network_counts.hpp"
#include "topos/annotation/query.hpp"
#include "topos/discourse/network_resampling.hpp"
#include "topos/discourse/node_measures.hpp"
#include "topos/report/graph_format.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Makes networks of their counts, and tables of networks.
class NetworkTable {
 public:
  NetworkTable(Library& library, const Query& query, const NetworkChoices& choices)
      : library_(library), choices_(choices), by_(query.options().by) {
    by_.resize(by_.size() - choices.own_fields());
  }

  /// The table that was chosen: of edges, nodes or networks; prints the warnings that belong to it.
  /// Errors: those of make_edges(), resample_network() and ResamplingGroup::check.
  [[nodiscard]] Table table(const NetworkTally& tally);
  /// The only network of the run, with spells if documents are dated. Errors: Errc::usage, if --by makes several.
  [[nodiscard]] GraphTables graph(const NetworkTally& tally);

 private:
  struct Network {
    NetworkCounts counts;
    std::size_t clusters = 0;
    std::vector<NetworkEdge> edges;
    NodeMeasures measures;
    std::vector<double> sent;  ///< of a directed network: the strength of edges that leave a node
    std::vector<double> received;
    std::vector<std::uint32_t> ranks;
    NetworkIntervals intervals;
  };
  [[nodiscard]] std::vector<Network> networks(const NetworkTally& tally);
  [[nodiscard]] Network network(NetworkCounts counts, const CodePairs& pairs) const;
  [[nodiscard]] std::string name_of(const NetworkNode& node) const;
  [[nodiscard]] const Code* code_of(const NetworkNode& node) const;
  /// Edges with the largest weights first, and nodes by rank, as far as they are shown.
  [[nodiscard]] std::vector<std::size_t> shown_edges(const Network& network) const;
  [[nodiscard]] std::vector<std::size_t> shown_nodes(const Network& network) const;
  [[nodiscard]] std::string flags_of(const Network& network, bool rare, bool draft);

  [[nodiscard]] std::vector<Column> edge_columns() const;
  void add_edge(Table& table, const Network& network, std::size_t edge);
  [[nodiscard]] std::vector<Column> node_columns() const;
  void add_node(Table& table, const Network& network, std::size_t node);
  [[nodiscard]] Table summary(const std::vector<Network>& networks);

  Library& library_;
  const NetworkChoices& choices_;
  std::vector<std::string> by_;
  bool several_ = false;  ///< codebooks, which then stand before the codes
  std::set<std::string> raised_;
};

}  // namespace topos::cli
