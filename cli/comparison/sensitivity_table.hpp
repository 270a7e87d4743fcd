// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "comparison/sensitivity_lines.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// How codes count, and what is concluded from them, if patterns or documents are left out, or other regions or weights
/// taken. Prints the warnings that belong to it.   Errors: those of ComparedGroups::comparisons and TwoGroups.
[[nodiscard]] Table sensitivity_table(const ComparedGroups& groups, const VariedCounts& varied,
                                      const SensitivityChoices& choices, const std::vector<std::string>& by);

}  // namespace topos::cli
