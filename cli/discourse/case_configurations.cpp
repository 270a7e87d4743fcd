// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>

#include "cells.hpp"
#include "discourse/case_tables.hpp"
#include "messages.hpp"

namespace topos::cli {
namespace {

/// Names that QCA programs take: letters and digits of the last part of a code, each once.
std::vector<std::string> set_names(const std::vector<std::string>& codes) {
  std::vector<std::string> names;
  for (const std::string& code : codes) {
    std::string name;
    for (const char c : code.substr(code.rfind('.') + 1)) {
      if (c >= 'a' && c <= 'z')
        name += static_cast<char>(c - 'a' + 'A');
      else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9' && !name.empty()))
        name += c;
    }
    if (name.empty() || name == "OUTCOME" || name == "CASE") name.insert(0, "X");
    const std::string stem = name;
    for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n) name = stem + std::to_string(n);
    names.push_back(name);
  }
  return names;
}

}  // namespace

bool CaseTables::has_text(std::size_t number, const std::vector<std::string>& source) const {
  return (by_.empty() ? result_.text(number) : result_.text(number, source)).sentences > 0;
}

std::vector<int> CaseTables::configuration(std::size_t number, const std::vector<std::string>& source) const {
  std::vector<int> conditions;
  if (!by_.empty())
    for (const std::string& dimension : dimensions_)
      conditions.push_back(result_.cell(number, source, dimension).sentences > 0 ? 1 : 0);
  else
    for (const double value : result_.values(number, CaseMeasure::binary, choices_.present()))
      conditions.push_back(value > 0 ? 1 : 0);
  return conditions;
}

std::vector<std::vector<std::string>> CaseTables::shown_sources() const {
  return by_.empty() ? std::vector<std::vector<std::string>>(1) : result_.sources();
}

Table CaseTables::truth_table() {
  std::vector<Column> rest;
  for (const std::string& name : set_names(dimensions_)) rest.push_back({name, true});
  rest.insert(rest.end(), {{"n", true}, {"outcome_known", true}, {"consistency", true}, {"cases"}, {"flags"}});
  Table table{columns_by({}, by_, rest), {}};
  struct Row {
    std::uint64_t n = 0;
    std::uint64_t known = 0;
    double outcome = 0;
    std::string cases;
    bool thin = false;
  };
  for (const std::vector<std::string>& source : shown_sources()) {
    std::map<std::vector<int>, Row, std::greater<>> rows;
    for (std::size_t number = 0; number < result_.size(); ++number) {
      if (!has_text(number, source)) continue;
      const CaseSize size = by_.empty() ? result_.text(number) : result_.text(number, source);
      Row& row = rows[configuration(number, source)];
      ++row.n;
      row.cases.append(row.cases.empty() ? "" : "; ").append(definition(number).id);
      row.thin = row.thin || size.sentences < least_case_sentences;
      if (const auto outcome = result_.outcome(number)) {
        ++row.known;
        row.outcome += *outcome;
      }
    }
    for (const auto& [conditions, row] : rows) {
      std::vector<Cell> cells;
      if (!by_.empty()) add_group(cells, source);
      for (const int one : conditions) cells.emplace_back(std::int64_t{one});
      add_counts(cells, {row.n, row.known});
      cells.emplace_back(row.known == 0 ? undefined : row.outcome / real(row.known));
      cells.emplace_back(row.cases);
      WarningFlags flags;
      raise(flags);
      flags.raise(row.thin, "W17");
      cells.push_back(flag_cell(flags));
      table.rows.push_back(std::move(cells));
    }
  }
  return table;
}

/// Programs take all columns for sets, so there are no flags, and refuse missing values, so cases are left out whose
/// outcome nobody gave.
Table CaseTables::qca() const {
  Table table{{{"CASE"}}, {}};
  for (const std::string& name : set_names(dimensions_)) table.columns.push_back({name, true});
  const bool outcomes = std::any_of(result_.cases().file().cases.begin(), result_.cases().file().cases.end(),
                                    [](const CaseDefinition& one) { return one.outcome.has_value(); });
  const bool shown = outcomes || !choices_.outcome.empty();
  if (shown) table.columns.push_back({"OUTCOME", true});
  std::size_t without = 0;
  for (const std::vector<std::string>& source : shown_sources())
    for (std::size_t number = 0; number < result_.size(); ++number) {
      if (!has_text(number, source)) continue;
      if (shown && !result_.outcome(number)) {
        ++without;
        continue;
      }
      std::string name = definition(number).id;
      for (const std::string& value : source) name += " | " + value;
      std::vector<Cell> cells{name};
      for (const int one : configuration(number, source)) cells.emplace_back(std::int64_t{one});
      if (shown) cells.emplace_back(*result_.outcome(number));
      table.rows.push_back(std::move(cells));
    }
  if (without > 0)
    note(std::to_string(without) + (without == 1 ? " case is" : " cases are") +
         " left out: nothing says what their outcome is");
  return table;
}

}  // namespace topos::cli
