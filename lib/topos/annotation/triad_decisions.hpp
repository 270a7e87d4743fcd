// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "topos/annotation/decision_table.hpp"

namespace topos {

/// What people decided about triads, by their ids.
class TriadDecisions {
 public:
  /// Errors: those of read_decisions; Errc::table with the line, for rows that contradict each other.
  explicit TriadDecisions(const std::string& path);
  TriadDecisions(const TriadDecisions&) = delete;
  TriadDecisions& operator=(const TriadDecisions&) = delete;

  /// The row that decides about a triad; null if there is none.
  [[nodiscard]] const DecisionRow* about(std::string_view id) const;
  /// Ids that are decided about.
  [[nodiscard]] std::size_t size() const noexcept { return by_id_.size(); }

 private:
  DecisionTable table_;
  std::unordered_map<std::string_view, const DecisionRow*> by_id_;
};

}  // namespace topos
