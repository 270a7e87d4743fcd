// SPDX-License-Identifier: Apache-2.0
#include "topos/report/display_width.hpp"
#include "topos/report/flow_chart.hpp"
#include "topos/report/text_lines.hpp"

namespace topos::flows {
namespace {

constexpr std::size_t line_width = 28;  ///< columns
constexpr std::size_t most_lines = 5;

/// A string of the DOT language; lines end with `\n`.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out + '"';
}

std::string label_of(const FlowBox& box) {
  std::string label = box.head;
  for (const std::string& line : text_lines(box.body, line_width, most_lines))
    label += (label.empty() ? "" : "\n") + line;
  if (!box.foot.empty()) label += '\n' + box.foot;
  return quoted(label);
}

void write(const FlowChart& chart, const TextSink& sink) {
  sink("digraph process {\n  rankdir=LR;\n  label=" + quoted(chart.title) +
       ";\n  labelloc=t;\n  fontname=\"Helvetica\";\n  node [shape=box, style=filled, fillcolor=\"#e9eef4\", "
       "fontname=\"Helvetica\", fontsize=10];\n"
       "  edge [fontname=\"Helvetica\", fontsize=9];\n");
  for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane) {
    std::string out = "  subgraph cluster_" + std::to_string(lane) + " {\n    label=" + quoted(chart.lanes[lane]) +
                      ";\n    color=\"#999999\";\n";
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
      const FlowBox& box = chart.boxes[i];
      if (box.lane != lane) continue;
      out += "    n" + std::to_string(i) + " [label=" + label_of(box);
      if (box.hollow)
        out += ", style=\"dashed\"";
      else if (box.timeless)
        out += ", style=\"rounded,filled\"";
      out += "];\n";
    }
    sink(out + "  }\n");
  }
  for (const FlowArrow& arrow : chart.arrows) {
    std::string out = "  n" + std::to_string(arrow.from) + " -> n" + std::to_string(arrow.to);
    const std::string label = flow_label(arrow);
    out += " [label=" + quoted(label);
    if (arrow.kind == FlowArrow::Kind::cause)
      out += ", penwidth=1.6";
    else
      out += ", color=\"#777777\"";
    if (arrow.negated || arrow.contested)
      out += ", style=dashed";
    else if (arrow.supposed)
      out += ", style=dotted";
    sink(out + "];\n");
  }
  sink("}\n");
}

}  // namespace

const FlowFormat dot{.name = "dot", .summary = "Graphviz", .write = write};

}  // namespace topos::flows
