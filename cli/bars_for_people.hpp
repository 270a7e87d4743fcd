// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "options/output.hpp"

namespace topos::cli {

/// The table with bars behind the first of `columns` that it has, if it is written for people: aligned, on a terminal.
[[nodiscard]] Table with_bars(Table table, const OutputGroup& output, const std::vector<std::string>& columns);

}  // namespace topos::cli
