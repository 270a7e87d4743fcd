// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "coding/validation_lines.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// What --min asks for.
class Requirements {
 public:
  /// Errors: Errc::usage, for a name that no column has, or what is no number.
  explicit Requirements(const ValidationChoices& choices);
  /// Tells what falls short; status 1 if anything does.
  [[nodiscard]] int check(const std::vector<ValidationLine>& lines) const;

 private:
  struct Least {
    std::string name;
    double value;
  };
  [[nodiscard]] double value_of(const ValidationLine& line, const std::string& name) const;

  std::vector<const Variant*> measures_;
  std::vector<Least> all_;
};

/// Makes the table of a validation.
class ValidationTable {
 public:
  ValidationTable(const ValidationChoices& choices, std::string unit, bool spans);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table(const std::vector<ValidationLine>& lines, const Validation& validation) const;

 private:
  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] std::string flags_of(const ValidationLine& line, const Validation& validation, bool unknown) const;
  [[nodiscard]] std::vector<Cell> cells(const ValidationLine& line, const std::string& flags) const;

  const ValidationChoices& choices_;
  std::vector<const Variant*> measures_;
  std::string unit_;
  bool spans_;
};

}  // namespace topos::cli
