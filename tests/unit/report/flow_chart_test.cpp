// SPDX-License-Identifier: Apache-2.0
#include "topos/report/flow_chart.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "topos/report/flow_folding.hpp"
#include "topos/report/flow_layout.hpp"
#include "topos/report/text_lines.hpp"

namespace {

using topos::FlowArrow;
using topos::FlowChart;
using topos::FlowPoint;

std::string written(const FlowChart& chart, const char* format) {
  std::string all;
  topos::find_flow_format(format)->write(chart, [&](std::string_view bytes) { all += bytes; });
  return all;
}

/// So many boxes in so many lanes and columns, each joined with others near and far.
FlowChart crowd(std::uint32_t boxes, std::uint32_t lanes, std::uint32_t columns) {
  FlowChart chart;
  chart.lanes.assign(lanes, "lane");
  chart.columns.assign(columns, "2000");
  for (std::uint32_t i = 0; i < boxes; ++i)
    chart.boxes.push_back({"head", "some words of a clause", "", i % lanes, i * columns / boxes, false, false});
  for (std::uint32_t i = 1; i < boxes; ++i) {
    chart.arrows.push_back({i - 1, i, FlowArrow::Kind::order, "", false, false, 1});
    if (i * 7 % boxes != i)
      chart.arrows.push_back({i, i * 7 % boxes, FlowArrow::Kind::cause, "led to", i % 5 == 0, false, 1});
  }
  return chart;
}

/// Whether a stretch of an arrow passes through the inside of a box.
bool crosses(const FlowPoint& a, const FlowPoint& b, const topos::PlacedBox& box) {
  const double right = box.x + topos::flow_sizes::box_width;
  const double bottom = box.y + box.height;
  return std::min(a.x, b.x) < right - 0.01 && std::max(a.x, b.x) > box.x + 0.01 && std::min(a.y, b.y) < bottom - 0.01 &&
         std::max(a.y, b.y) > box.y + 0.01;
}

}  // namespace

TEST_CASE("no arrow passes through a box and no two boxes overlap") {
  const FlowChart chart = crowd(60, 4, 9);
  const topos::FlowLayout layout = lay_out(chart);
  for (const topos::FlowRoute& route : layout.routes)
    for (std::size_t i = 1; i < route.points.size(); ++i)
      for (const topos::PlacedBox& box : layout.boxes) CHECK_FALSE(crosses(route.points[i - 1], route.points[i], box));
  for (std::size_t i = 0; i < layout.boxes.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const topos::PlacedBox& a = layout.boxes[i];
      const topos::PlacedBox& b = layout.boxes[j];
      CHECK_FALSE((a.x == b.x && a.y < b.y + b.height && b.y < a.y + a.height));
    }
}

TEST_CASE("arrows have right angles and end at their boxes") {
  const FlowChart chart = crowd(30, 3, 5);
  const topos::FlowLayout layout = lay_out(chart);
  for (std::size_t i = 0; i < layout.routes.size(); ++i) {
    const auto& points = layout.routes[i].points;
    for (std::size_t j = 1; j < points.size(); ++j)
      CHECK((points[j].x == points[j - 1].x || points[j].y == points[j - 1].y));
    const topos::PlacedBox& to = layout.boxes[chart.arrows[i].to];
    CHECK((points.back().x == to.x || points.back().y == to.y));
  }
}

TEST_CASE("what texts say cannot break a graph") {
  FlowChart chart = crowd(2, 1, 1);
  chart.title = "</title><script>\"&\x01";
  chart.boxes[0].body = "a \"quoted\" <b> & `c` \\ #35; | end\nline";
  chart.arrows[0].label = "\"]; x";
  const std::string svg = written(chart, "svg");
  CHECK(svg.find("<script>") == std::string::npos);
  CHECK(svg.find('\x01') == std::string::npos);
  CHECK(written(chart, "mermaid").find("#quot;quoted#quot; #lt;b#gt; #amp; #96;c#96;") != std::string::npos);
  CHECK(written(chart, "dot").find("\\\"quoted\\\"") != std::string::npos);
  CHECK(written(FlowChart(), "svg").ends_with("</svg>\n"));
  CHECK(written(FlowChart(), "mermaid").starts_with("flowchart LR\n"));
}

TEST_CASE("three thousand boxes are drawn in no time") { CHECK(written(crowd(3000, 50, 40), "svg").size() > 100'000); }

TEST_CASE("lines break at spaces and are cut where there are too many") {
  using Lines = std::vector<std::string>;
  CHECK(topos::text_lines("one two three", 7, 5) == Lines{"one two", "three"});
  CHECK(topos::text_lines("one two three", 7, 1) == Lines{"one tw…"});
  CHECK(topos::text_lines("extraordinary", 5, 5) == Lines{"extra", "ordin", "ary"});
  CHECK(topos::text_lines("东盟中心", 4, 5) == Lines{"东盟", "中心"});
  CHECK(topos::text_lines("", 4, 5).empty());
  CHECK(topos::text_lines("one", 7, 1) == Lines{"one"});
}

TEST_CASE("a broad chart is folded to pages that hold all of its boxes") {
  const FlowChart chart = crowd(90, 5, 12);
  const std::vector<FlowChart> parts = topos::fold(chart, topos::page_width, topos::page_height);
  REQUIRE(parts.size() > 1);
  std::size_t boxes = 0;
  std::size_t notes = 0;
  std::size_t causes = 0;
  for (const FlowChart& part : parts) {
    boxes += part.boxes.size();
    const topos::FlowLayout layout = lay_out(part);
    CHECK((part.columns.size() == 1 || layout.width <= topos::page_width));
    CHECK((part.lanes.size() == 1 || layout.height <= topos::page_height));
    for (const topos::FlowBox& box : part.boxes) notes += box.links.size();
    for (const FlowArrow& arrow : part.arrows) causes += arrow.kind == FlowArrow::Kind::cause ? 1U : 0U;
  }
  CHECK(boxes == chart.boxes.size());
  const auto all =
      static_cast<std::size_t>(std::count_if(chart.arrows.begin(), chart.arrows.end(),
                                             [](const FlowArrow& one) { return one.kind == FlowArrow::Kind::cause; }));
  CHECK(causes + notes / 2 == all);
  CHECK(topos::fold(crowd(4, 2, 2), topos::page_width, topos::page_height).size() == 1);
  CHECK(topos::fold(chart, 0, topos::page_height).size() == 1);
}
