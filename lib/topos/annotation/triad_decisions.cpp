// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/triad_decisions.hpp"

namespace topos {

TriadDecisions::TriadDecisions(const std::string& path) : table_(read_decisions(path)) {
  for (const DecisionRow& row : table_.rows) {
    if (row.ids.empty())
      throw Error(Errc::table, "a row of triads has no id", {path, row.line}, "ids are those of topos triads");
    for (const std::string& id : row.ids) {
      if (!row.decided()) continue;
      const auto [found, added] = by_id_.try_emplace(id, &row);
      if (added || row.agrees_with(*found->second)) continue;
      throw Error(Errc::table,
                  "the decisions about triad " + printable(id) + " in lines " + std::to_string(found->second->line) +
                      " and " + std::to_string(row.line) + " contradict each other",
                  {path, row.line}, "keep one row a triad: the decision that holds");
    }
  }
}

const DecisionRow* TriadDecisions::about(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

}  // namespace topos
