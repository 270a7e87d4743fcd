// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "topos/report/flow_folding.hpp"
#include "topos/report/flow_layout.hpp"
#include "topos/report/text_lines.hpp"

namespace topos::flows {
namespace {

using namespace flow_sizes;

constexpr double legend_line = 20;
constexpr std::size_t columns_of_lane = 15;
constexpr double part_gap = 24;  ///< below each part of a folded drawing
constexpr std::string_view folded =
    "Folded to the width of a page: → 3 in one box leads to 3 → in another part; what follows in time goes on there.";

/// Text of an element or a quoted attribute. Control characters, which XML cannot hold, become spaces.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += ' ';
    else
      out += c;
  }
  // U+FFFE and U+FFFF are no characters of XML either.
  for (std::size_t at = 0; (at = out.find("\xEF\xBF", at)) != std::string::npos; at += 3)
    if (at + 2 < out.size() && (out[at + 2] == '\xBE' || out[at + 2] == '\xBF')) out[at + 2] = '\xBD';
  return out;
}

/// A length in pixels, to a tenth.
std::string px(double value) {
  char buffer[32];
  const long long tenths = static_cast<long long>(value * 10 + (value < 0 ? -0.5 : 0.5));
  const int size = std::snprintf(buffer, sizeof buffer, tenths % 10 == 0 ? "%lld" : "%lld.%lld", tenths / 10,
                                 tenths % 10 < 0 ? -(tenths % 10) : tenths % 10);
  return {buffer, static_cast<std::size_t>(size)};
}

std::string text(double x, double y, std::string_view content, std::string_view style = {}) {
  return "<text x=\"" + px(x) + "\" y=\"" + px(y) + '"' +
         (style.empty() ? "" : " class=\"" + std::string(style) + '"') + '>' + escaped(content) + "</text>\n";
}

constexpr std::string_view style =
    "<style>\n"
    "text{font-family:system-ui,-apple-system,\"Segoe UI\",\"Helvetica Neue\",Arial,\"Noto "
    "Sans\",sans-serif;font-size:11px;fill:#1a1a1a}\n"
    ".title{font-size:15px;font-weight:600}.head{font-weight:700}.foot,.note{fill:#4d4d4d;font-size:10px}\n"
    ".column{font-weight:600;fill:#333;text-anchor:middle}.lane{font-weight:600}\n"
    ".label{font-size:10px;font-style:italic;paint-order:stroke;stroke:#fff;stroke-width:3px;text-anchor:middle}\n"
    ".box{fill:#e4eaf1;stroke:#333;stroke-width:1}.hollow{fill:#fff;stroke:#333;stroke-width:1.2;stroke-dasharray:4 "
    "3}\n"
    ".arrow{fill:none;stroke-linejoin:round}.order{stroke:#7a7a7a;stroke-width:1.1}.cause{stroke:#111;stroke-width:1.8}"
    "\n"
    ".denied{stroke-dasharray:7 4}.contested{stroke-dasharray:10 3 2 3}.supposed{stroke-dasharray:2 4}\n"
    "</style>\n"
    "<defs>"
    "<marker id=\"order\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
    "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 .8 8 4 0 7.2z\" fill=\"#7a7a7a\"/></marker>"
    "<marker id=\"cause\" viewBox=\"0 0 10 10\" refX=\"9.5\" refY=\"5\" markerWidth=\"10\" markerHeight=\"10\" "
    "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 .8 10 5 0 9.2z\" fill=\"#111\"/></marker>"
    "</defs>\n";

std::string class_of(const FlowArrow& arrow) {
  std::string name = arrow.kind == FlowArrow::Kind::cause ? "arrow cause" : "arrow order";
  if (arrow.contested)
    name += " contested";
  else if (arrow.negated)
    name += " denied";
  else if (arrow.supposed)
    name += " supposed";
  return name;
}

std::string head_of(const FlowArrow& arrow) { return arrow.kind == FlowArrow::Kind::cause ? "cause" : "order"; }

/// The line of an arrow with rounded corners, and its label.
std::string arrow_path(const FlowArrow& arrow, const FlowRoute& route, double width) {
  constexpr double round = 4;
  std::string path = "M" + px(route.points.front().x) + ' ' + px(route.points.front().y);
  for (std::size_t i = 1; i + 1 < route.points.size(); ++i) {
    const FlowPoint& before = route.points[i - 1];
    const FlowPoint& here = route.points[i];
    const FlowPoint& behind = route.points[i + 1];
    const auto towards = [&](const FlowPoint& other) {
      const double dx = other.x - here.x;
      const double dy = other.y - here.y;
      const double length = std::max(dx < 0 ? -dx : dx, dy < 0 ? -dy : dy);
      const double part = length <= 0 ? 0 : std::min(round, length / 2) / length;
      return FlowPoint{here.x + dx * part, here.y + dy * part};
    };
    const FlowPoint in = towards(before);
    const FlowPoint out = towards(behind);
    path += 'L' + px(in.x) + ' ' + px(in.y) + 'Q' + px(here.x) + ' ' + px(here.y) + ' ' + px(out.x) + ' ' + px(out.y);
  }
  path += 'L' + px(route.points.back().x) + ' ' + px(route.points.back().y);
  // What is told often, and by many, is drawn broader, up to three times.
  const double broad = arrow.kind == FlowArrow::Kind::cause && arrow.weight > 1
                           ? std::min(5.4, 1.8 * (1 + std::log2(arrow.weight) / 4))
                           : 0;
  std::string out = "<path class=\"" + class_of(arrow) +
                    (broad > 0 ? "\" style=\"stroke-width:" + px(broad) : std::string()) + "\" d=\"" + path +
                    "\" marker-end=\"url(#" + head_of(arrow) + ")\"/>\n";
  const std::string label = flow_label(arrow);
  if (label.empty()) return out;
  const std::vector<std::string> lines = text_lines(label, longest_label, 1);
  // A label keeps within the drawing.
  const double half = label_width * static_cast<double>(lines.front().size()) / 2;
  const double x = std::clamp(route.label.x, half + margin, std::max(half + margin, width - half - margin));
  return out + text(x, route.label.y - 3, lines.front(), "label");
}

std::string box_element(const FlowBox& box, const PlacedBox& placed) {
  std::string out = "<g><title>" + escaped(box.head + ": " + box.body) + "</title>";
  out += "<rect x=\"" + px(placed.x) + "\" y=\"" + px(placed.y) + "\" width=\"" + px(box_width) + "\" height=\"" +
         px(placed.height) + "\" rx=\"" + (box.timeless ? "12" : "3") + "\" class=\"" +
         (box.hollow ? "hollow" : "box") + "\"/>\n";
  double y = placed.y + padding + 10;
  for (const std::string& one : placed.head) out += text(placed.x + padding, y, one, "head"), y += label_line;
  for (const std::string& one : placed.body) out += text(placed.x + padding, y, one), y += label_line;
  if (!box.foot.empty()) out += text(placed.x + padding, y, box.foot, "foot"), y += label_line;
  for (const std::string& one : placed.links) out += text(placed.x + padding, y, one, "foot"), y += label_line;
  return out + "</g>\n";
}

/// What the signs mean, for those that the drawing has.
std::string legend(const FlowChart& chart, double y, double& end) {
  std::string out;
  const auto put = [&](const std::string& sign, const std::string& meaning) {
    out += sign + text(margin + 52, y + 4, meaning, "note");
    y += legend_line;
  };
  const auto line_of = [&](const std::string& classes, const std::string& head) {
    return "<path class=\"arrow " + classes + "\" d=\"M" + px(margin) + ' ' + px(y) + "h44\" marker-end=\"url(#" +
           head + ")\"/>";
  };
  const auto rect_of = [&](const std::string& classes, const std::string& radius) {
    return "<rect x=\"" + px(margin) + "\" y=\"" + px(y - 6) + "\" width=\"44\" height=\"13\" rx=\"" + radius +
           "\" class=\"" + classes + "\"/>";
  };
  const auto any_arrow = [&](auto holds) { return std::any_of(chart.arrows.begin(), chart.arrows.end(), holds); };
  const auto any_box = [&](auto holds) { return std::any_of(chart.boxes.begin(), chart.boxes.end(), holds); };
  if (any_arrow([](const FlowArrow& one) { return one.kind == FlowArrow::Kind::order; }))
    put(line_of("order", "order"), chart.order);
  if (any_arrow([](const FlowArrow& one) { return one.kind == FlowArrow::Kind::cause; }))
    put(line_of("cause", "cause"), chart.cause);
  if (any_arrow([](const FlowArrow& one) { return one.negated && !one.contested; }))
    put(line_of("cause denied", "cause"), "the same, denied");
  if (any_arrow([](const FlowArrow& one) { return one.contested; }))
    put(line_of("cause contested", "cause"), "contested: some sentences affirm it, others deny it");
  if (any_arrow([](const FlowArrow& one) { return one.supposed; }))
    put(line_of("cause supposed", "cause"), "only asked, or made a condition");
  if (any_box([](const FlowBox& one) { return one.hollow; })) put(rect_of("hollow", "3"), chart.hollow);
  if (any_box([](const FlowBox& one) { return one.timeless; })) put(rect_of("box", "6"), chart.timeless);
  end = y;
  return out;
}

void write_part(const FlowChart& chart, const FlowLayout& layout, const std::string& width, const TextSink& sink) {
  sink(text(margin, 22, chart.title, "title"));
  for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
    const FlowLayout::Band& band = layout.lanes[lane];
    sink("<rect x=\"0\" y=\"" + px(band.begin) + "\" width=\"" + width + "\" height=\"" + px(band.end - band.begin) +
         "\" fill=\"" + (lane % 2 == 0 ? "#f6f6f6" : "#fff") + "\"/>\n");
    double y = band.begin + 24;
    for (const std::string& one : text_lines(chart.lanes[lane], columns_of_lane, 4))
      sink(text(margin, y, one, "lane")), y += label_line;
  }
  for (std::size_t column = 0; column < layout.columns.size(); ++column)
    sink(text((layout.columns[column].begin + layout.columns[column].end) / 2, top - 12, chart.columns[column],
              "column"));
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) sink(box_element(chart.boxes[i], layout.boxes[i]));
  for (std::size_t i = 0; i < chart.arrows.size(); ++i)
    sink(arrow_path(chart.arrows[i], layout.routes[i], layout.width));
}

void write(const FlowChart& chart, const TextSink& sink) {
  const std::vector<FlowChart> parts = fold(chart, chart.fold_width, page_height);
  std::vector<FlowLayout> layouts;
  double widest = 360;
  double below = 0;
  for (const FlowChart& part : parts) {
    layouts.push_back(lay_out(part));
    widest = std::max(widest, layouts.back().width);
    below += layouts.back().height + (parts.size() > 1 ? part_gap : 0);
  }
  double end = 0;
  std::string signs = legend(chart, below + 22, end);
  if (parts.size() > 1) signs += text(margin, end + 4, std::string(folded), "note"), end += legend_line;
  const std::string width = px(widest);
  const std::string height = px(end + margin);
  sink("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " +
       width + ' ' + height + "\" role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">" +
       escaped(chart.title) + "</title>\n<desc id=\"description\">" + escaped(chart.description) + "</desc>\n");
  sink(style);
  sink("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
  double y = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (parts.size() > 1) sink("<g transform=\"translate(0 " + px(y) + ")\">\n");
    write_part(parts[part], layouts[part], width, sink);
    if (parts.size() > 1) sink("</g>\n");
    y += layouts[part].height + part_gap;
  }
  sink(signs + "</svg>\n");
}

}  // namespace

const FlowFormat svg{.name = "svg", .summary = "A drawing in SVG", .write = write};

}  // namespace topos::flows
