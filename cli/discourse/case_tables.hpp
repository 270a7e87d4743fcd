// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "discourse/case_choices.hpp"
#include "topos/discourse/case_comparison.hpp"
#include "topos/report/table.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

inline constexpr std::uint64_t least_case_sentences = 3;  ///< W17

/// Tables of cases.
class CaseTables {
 public:
  /// Checks `result`, which must outlive it, as must the others. `by`: fields of --by.
  /// Errors: those of CaseComparison::check; Errc::usage, if --by goes with another table than it can.
  CaseTables(CaseComparison& result, const CaseChoices& choices, const std::vector<std::string>& by);
  /// The one that was asked for; prints the warnings that belong to it.
  /// Errors: Errc::usage, if a table needs outcomes and there are none.
  [[nodiscard]] Table table();

 private:
  [[nodiscard]] Table matrix();
  [[nodiscard]] Table members();
  [[nodiscard]] Table pairs();
  [[nodiscard]] Table coverage();
  [[nodiscard]] Table quotations();
  [[nodiscard]] Table truth_table();
  [[nodiscard]] Table qca() const;

  [[nodiscard]] const CaseDefinition& definition(std::size_t number) const {
    return result_.cases().file().cases[number];
  }
  [[nodiscard]] std::vector<Cell> values(std::size_t number, const std::vector<std::string>& source) const;
  /// Which dimensions are present in a case, or in what one source says of it.
  [[nodiscard]] std::vector<int> configuration(std::size_t number, const std::vector<std::string>& source) const;
  [[nodiscard]] bool has_text(std::size_t number, const std::vector<std::string>& source) const;
  /// Those of --by; one that stands for all without it.
  [[nodiscard]] std::vector<std::vector<std::string>> shown_sources() const;
  [[nodiscard]] std::string overlaps(std::size_t number) const;
  [[nodiscard]] std::size_t with_text() const;
  /// What touches all cases.
  void raise(WarningFlags& flags) const;
  [[nodiscard]] Cell flag_cell(const WarningFlags& flags);

  const CaseComparison& result_;
  const CaseChoices& choices_;
  const std::vector<std::string>& by_;
  std::vector<std::string> dimensions_;
  std::set<std::string> raised_;
};

}  // namespace topos::cli
