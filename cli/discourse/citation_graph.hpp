// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "topos/report/graph_format.hpp"

namespace topos::cli {

/// Gathers who gives whose word as a directed graph.
class CitationGraph {
 public:
  struct Node {
    std::string kind;  ///< text, speaker or work: a text and a speaker may have one name
    std::string name;
    auto operator<=>(const Node&) const = default;
  };
  /// Edges of several groups of text between the same nodes are added up.
  void add(const Node& source, std::string_view relation, const Node& target, std::uint64_t n,
           const std::vector<std::string>& evidence);
  [[nodiscard]] GraphTables tables() const;

 private:
  struct Edge {
    std::uint64_t n = 0;
    std::string evidence;  ///< the first places
  };
  std::map<Node, std::uint64_t> nodes_;  ///< with how many times it is reached
  std::map<std::tuple<Node, Node, std::string>, Edge> edges_;
};

}  // namespace topos::cli
