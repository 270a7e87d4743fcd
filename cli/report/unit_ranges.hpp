// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/table_view.hpp"

namespace topos::cli {

/// The differences of the first comparison in a table of sensitivity, and how far each moves if one document, or
/// cluster, is left out. Domain: the table compares.
[[nodiscard]] Figure unit_ranges(const TableView& view, bool clusters);

}  // namespace topos::cli
