// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "topos/annotation/decision_table.hpp"
#include "topos/discourse/event.hpp"
#include "topos/discourse/mechanism_reader.hpp"

namespace topos::cli {

/// What people decided about events and relations, by the ids that tables show: those with `keep` no are dropped;
/// events with a `code_new` or `code` get that name, and those of one name are one; a relation gets that class.
class ProcessDecisions {
 public:
  /// Without a path nothing is decided. Errors: those of read_decisions; Errc::table, for rows that contradict each
  /// other.
  explicit ProcessDecisions(const std::string& path);
  [[nodiscard]] bool any() const noexcept { return decided_; }
  void apply(DocumentEvents& events);
  /// Errors: Errc::table, for a class that there is not.
  void apply(std::vector<Relation>& relations);
  /// Who decided about an id; empty: nobody, or without a name.
  [[nodiscard]] std::string coder_of(const std::string& id) const;
  /// Decisions about what was not found.
  [[nodiscard]] bool any_unmet() const;

 private:
  struct Decision {
    bool drop = false;
    std::string name;
    std::string coder;
    std::size_t line = 0;
    bool met = false;
  };
  Decision* find(const std::string& id);
  bool decided_ = false;
  std::string path_;
  std::unordered_map<std::string, Decision> decisions_;
};

}  // namespace topos::cli
