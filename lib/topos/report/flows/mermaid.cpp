// SPDX-License-Identifier: Apache-2.0
#include "topos/report/display_width.hpp"
#include "topos/report/flow_chart.hpp"

namespace topos::flows {
namespace {

constexpr std::size_t longest_body = 90;  ///< columns

/// A text between quotation marks: what Mermaid or HTML would read as markup becomes an entity.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "#quot;";
        break;
      case '#':
        out += "#35;";
        break;
      case '<':
        out += "#lt;";
        break;
      case '>':
        out += "#gt;";
        break;
      case '&':
        out += "#amp;";
        break;
      case '`':
        out += "#96;";
        break;
      case '*':
        out += "#42;";
        break;
      case '_':
        out += "#95;";
        break;
      case '\\':
        out += "#92;";
        break;
      case '|':
        out += "#124;";
        break;
      case '\n':
        out += "<br/>";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    }
  }
  return out + '"';
}

std::string label_of(const FlowBox& box) {
  std::string label = box.head;
  for (const std::string& part : {cut_to_width(box.body, longest_body), box.foot})
    if (!part.empty()) label += (label.empty() ? "" : "\n") + part;
  return quoted(label.empty() ? " " : label);
}

void write(const FlowChart& chart, const TextSink& sink) {
  sink("flowchart LR\n");
  std::string out;
  for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane) {
    out += "  subgraph L" + std::to_string(lane) + '[' + quoted(chart.lanes[lane].empty() ? "–" : chart.lanes[lane]) +
           "]\n";
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
      const FlowBox& box = chart.boxes[i];
      if (box.lane != lane) continue;
      const bool round = box.timeless;
      out += "    N" + std::to_string(i) + (round ? "(" : "[") + label_of(box) + (round ? ")" : "]") +
             (box.hollow ? ":::hollow" : "") + '\n';
    }
    out += "  end\n";
    sink(out);
    out.clear();
  }
  for (const FlowArrow& arrow : chart.arrows) {
    const std::string label = flow_label(arrow);
    const bool dashed = arrow.negated || arrow.contested || arrow.supposed;
    out += "  N" + std::to_string(arrow.from) +
           (dashed                                 ? " -.->"
            : arrow.kind == FlowArrow::Kind::cause ? " ==>"
                                                   : " -->");
    if (!label.empty()) out += '|' + quoted(label) + '|';
    out += " N" + std::to_string(arrow.to) + '\n';
    sink(out);
    out.clear();
  }
  sink("  classDef hollow fill:#fff,stroke:#333,stroke-dasharray:4 3\n");
}

}  // namespace

const FlowFormat mermaid{.name = "mermaid", .summary = "Mermaid flowchart", .write = write};

}  // namespace topos::flows
