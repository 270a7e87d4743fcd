// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/report/table.hpp"

namespace topos {

/// Appends cells as bytes that unpack_row reads back in the same run: for rows that wait in a SpillSorter.
void pack_row(const std::vector<Cell>& cells, std::string& out);

/// Domain: what pack_row wrote.
[[nodiscard]] std::vector<Cell> unpack_row(std::string_view bytes);

}  // namespace topos
