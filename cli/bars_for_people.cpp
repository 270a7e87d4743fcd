// SPDX-License-Identifier: Apache-2.0
#include "bars_for_people.hpp"

#include <utility>

#include "terminal.hpp"
#include "topos/report/bars.hpp"

namespace topos::cli {

Table with_bars(Table table, const OutputGroup& output, const std::vector<std::string>& columns) {
  const bool aligned = output.format.empty() || output.format == "table";
  if (aligned && (output.path.empty() || output.path == "-") && is_terminal(1)) add_bars(table, columns);
  return table;
}

}  // namespace topos::cli
