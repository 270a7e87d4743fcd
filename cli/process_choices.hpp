// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options.hpp"
#include "topos/discourse/event_map.hpp"
#include "topos/discourse/event_reader.hpp"
#include "topos/discourse/mechanism_reader.hpp"

namespace topos::cli {

/// Options that only `process` has.
struct ProcessChoices {
  std::string nodes = "events";
  std::string lanes = "actor";
  std::vector<std::string> edges;
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::vector<std::string> cases;
  std::string source;
  std::string since;
  std::string until;
  std::string merge = "yes";
  std::string rows;
  std::string graph;
  std::string title;
  std::string decisions;
  std::int64_t least = 1;
  bool undated = false;
  bool evidence = false;

  void declare(Options& options);
  /// Errors: Errc::usage, if options contradict each other, or a date is none.
  void check() const;
  [[nodiscard]] bool events() const noexcept { return nodes == "events"; }
  /// Whether rows are nodes, not edges.
  [[nodiscard]] bool rows_of_nodes() const noexcept { return rows.empty() ? events() : rows == "nodes"; }
  [[nodiscard]] EventMap::Options map() const;
  [[nodiscard]] EventReader::Options event_reader() const;
  [[nodiscard]] MechanismReader::Options mechanism_reader() const;
  [[nodiscard]] std::string source_field() const { return source.empty() ? "source" : source; }
};

}  // namespace topos::cli
