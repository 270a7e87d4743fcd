// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "topos/discourse/promise_totals.hpp"
#include "topos/report/table.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// Makes the table of what texts promise and deliver.
class PromiseTables {
 public:
  /// `wanted`: by check. All must outlive it.
  PromiseTables(const PromiseTotals& totals, const PromisePlan& plan, const std::vector<std::string>& by,
                std::vector<bool> wanted);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table();

 private:
  using Values = PromiseTotals::Values;
  using Group = PromiseTotals::Group;
  /// One row as it is going to be written.
  struct Line {
    PromiseCheck check = PromiseCheck::announcement;
    PromiseStatus status = PromiseStatus::announced;
    std::string item;
    std::uint64_t n = 0;
    std::uint64_t documents = 0;
    Cell expected;
    Cell value;
    const SectionCounts* sections = nullptr;
    const std::vector<std::string>* evidence = nullptr;
    bool local = false;      ///< W06
    bool furniture = false;  ///< W07
    bool sparse = false;     ///< W24
  };

  void add_findings(const Group& group, std::vector<Line>& lines) const;
  void add_spreads(const Group& group, std::vector<Line>& lines) const;
  void add_absences(const Group& group, std::vector<Line>& lines) const;
  [[nodiscard]] bool wants(PromiseCheck check) const { return wanted_[static_cast<std::size_t>(check)]; }
  [[nodiscard]] Cell flags_of(const Group& group, const Line& line);
  void write(const Values& values, const Group& group, const Line& line);

  const PromiseTotals& totals_;
  const PromisePlan& plan_;
  std::vector<bool> wanted_;
  Table table_;
  std::set<std::string> raised_;
};

}  // namespace topos::cli
