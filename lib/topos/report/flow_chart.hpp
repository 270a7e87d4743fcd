// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/report/writer.hpp"

namespace topos {

/// A box of a flow chart.
struct FlowBox {
  std::string head;  ///< a date or a name, in bold
  std::string body;  ///< what happened; wrapped, and cut where it is long
  std::string foot;  ///< how often it is told; may be empty
  std::uint32_t lane = 0;
  std::uint32_t column = 0;
  bool hollow = false;                  ///< what may come, not what was
  bool timeless = false;                ///< no day is known
  std::vector<std::string> links = {};  ///< what leads to it from elsewhere, and from it: "→ 3"
};

/// An arrow from one box to another.
struct FlowArrow {
  enum class Kind : std::uint8_t { order, cause };
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Kind kind = Kind::order;
  std::string label;
  bool negated = false;    ///< all who speak of it deny it
  bool contested = false;  ///< some deny it
  double weight = 1;
  bool supposed = false;  ///< it is only asked or made a condition
};

/// Boxes in lanes and columns: time from left to right, or who acts left of who is acted on.
/// Invariant: lanes and columns of boxes, and ends of arrows, are there; no arrow joins a box with itself.
struct FlowChart {
  std::string title;
  std::string description;  ///< for who cannot see it
  std::vector<std::string> lanes;
  std::vector<std::string> columns;
  std::vector<FlowBox> boxes;  ///< within a lane and column, the first stands on top
  std::vector<FlowArrow> arrows;
  std::string hollow;  ///< what a hollow box means, for the legend
  std::string timeless;
  std::string order;  ///< what an arrow of this kind means
  std::string cause;
  double fold_width = 0;  ///< pixels: a broader drawing is folded; 0: none is
};

/// A form in which flow charts are written.
struct FlowFormat {
  std::string_view name;  ///< as typed after --graph
  std::string_view summary;
  void (*write)(const FlowChart& chart, const TextSink& sink);
};

namespace flows {
#define TOPOS_FLOW(id) extern const FlowFormat id;
#include "topos/report/flows/flows.def"
#undef TOPOS_FLOW
}  // namespace flows

/// The form called `name`, or nullptr.
[[nodiscard]] const FlowFormat* find_flow_format(std::string_view name) noexcept;

/// " (denied)", " (contested)", " (supposed)" or nothing, behind an arrow's label.
[[nodiscard]] std::string flow_label(const FlowArrow& arrow);

}  // namespace topos
