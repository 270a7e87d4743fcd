// SPDX-License-Identifier: Apache-2.0
#include "topos/report/flow_chart.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

constexpr std::array table{
#define TOPOS_FLOW(id) &flows::id,
#include "topos/report/flows/flows.def"
#undef TOPOS_FLOW
};

}  // namespace

const FlowFormat* find_flow_format(std::string_view name) noexcept {
  const auto found = std::find_if(table.begin(), table.end(), [&](const FlowFormat* one) { return one->name == name; });
  return found == table.end() ? nullptr : *found;
}

std::string flow_label(const FlowArrow& arrow) {
  const std::string mark = arrow.contested ? "contested" : arrow.negated ? "denied" : arrow.supposed ? "supposed" : "";
  if (mark.empty()) return arrow.label;
  return arrow.label.empty() ? mark : arrow.label + " (" + mark + ")";
}

}  // namespace topos
