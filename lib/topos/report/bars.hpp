// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "topos/report/table.hpp"

namespace topos {

/// The name of a column of bars; a table for people leaves the column out where its line has no room for it.
inline constexpr std::string_view bar_column = "bar";

/// A bar that takes `share` of `width` characters, to an eighth of one. Domain: share from 0 to 1, more is drawn as 1.
[[nodiscard]] std::string bar(double share, std::size_t width);

/// A bar to the right of a line in the middle, or to its left below 0. Domain: share from -1 to 1.
[[nodiscard]] std::string bar_from_middle(double share, std::size_t width);

/// Puts a column of bars behind the first of `columns` that the table has; the largest value of it has the longest.
/// Nothing is drawn where a value is undefined, and no column where fewer than two are defined.
void add_bars(Table& table, const std::vector<std::string>& columns);

}  // namespace topos
