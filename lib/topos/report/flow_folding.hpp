// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/report/flow_chart.hpp"

namespace topos {

/// Width and height of an A4 page on its side, in pixels of 1/96 inch, without margins for a binder.
inline constexpr double page_width = 1123;
inline constexpr double page_height = 794;

/// A chart that is broader than `width` pixels in parts that are not, each of a few columns and of as many lanes as fit
/// on `height`; lanes without a box in a part are left out of it. Tall stacks of boxes are spread over columns of one
/// name. Arrows of causes that lead from one part into another become notes in their boxes, "→ 3" and "3 →"; arrows of
/// order that do are left out. A chart that fits, or `width` 0: the chart itself.
/// Cost: n log n in boxes and arrows, times the columns of a part.
[[nodiscard]] std::vector<FlowChart> fold(const FlowChart& chart, double width, double height);

}  // namespace topos
