// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/finding.hpp"
#include "topos/text/dates.hpp"

namespace topos {

/// Something that a user says is so.
struct Fact {
  std::string actor;  ///< a code, or words
  std::string what;   ///< words
  std::string value;  ///< as written
  std::optional<Date> date;
  double number = 0;  ///< where it is no date
};

/// Reads a table with the columns actor, what and value. A value of four digits from 1000 on, or one with months or
/// days, is a date; another one is a number.
/// Errors: Errc::table, if a column is missing or a cell is empty or of no use; those of reading a table.
[[nodiscard]] std::vector<Fact> load_facts(const std::string& path);

/// What a finding of `date` or `number` says of the value of a fact; nothing if it is of the other kind, tells no point
/// in time, or has no value.
[[nodiscard]] std::optional<bool> agrees(const Fact& fact, const Finding& finding);

}  // namespace topos
