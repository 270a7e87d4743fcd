// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "topos/annotation/decision_table.hpp"
#include "topos/discourse/event.hpp"
#include "topos/discourse/mechanism_reader.hpp"

namespace topos::cli {

/// What people decided about events and relations, by the ids that tables show: those with `keep` no are dropped, those with a `code_new` or
/// `code` get that name, and events of one name are one.
class ProcessDecisions {
 public:
  /// Without a path nothing is decided. Errors: those of read_decisions; Errc::table, for rows that contradict each other.
  explicit ProcessDecisions(const std::string& path);
  void apply(DocumentEvents& events);
  void apply(std::vector<Relation>& relations);
  /// Warns of decisions about what was not found.
  void tell() const;

 private:
  struct Decision {
    bool drop = false;
    std::string name;
    bool met = false;
  };
  Decision* find(const std::string& id);
  std::unordered_map<std::string, Decision> decisions_;
};

}  // namespace topos::cli
