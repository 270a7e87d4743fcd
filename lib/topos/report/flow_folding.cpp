// SPDX-License-Identifier: Apache-2.0
#include "topos/report/flow_folding.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "topos/report/flow_layout.hpp"

namespace topos {
namespace {

constexpr std::uint32_t tallest_stack = 4;  ///< boxes of one lane and column
constexpr std::uint32_t nowhere = ~std::uint32_t{0};

/// Some columns and lanes of a chart, from the first to the one before the last.
struct Part {
  std::uint32_t first_column = 0;
  std::uint32_t last_column = 0;
  std::vector<std::uint32_t> lanes;
};

/// Gives columns with tall stacks as many columns of their name as these need.
FlowChart spread(const FlowChart& chart) {
  FlowChart wide = chart;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> stacks;
  std::vector<std::uint32_t> depth(chart.boxes.size());
  std::vector<std::uint32_t> needed(chart.columns.size(), 1);
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
    const FlowBox& box = chart.boxes[i];
    depth[i] = stacks[{box.column, box.lane}]++ / tallest_stack;
    needed[box.column] = std::max(needed[box.column], depth[i] + 1);
  }
  wide.columns.clear();
  std::vector<std::uint32_t> first;
  for (std::size_t column = 0; column < needed.size(); ++column) {
    first.push_back(static_cast<std::uint32_t>(wide.columns.size()));
    wide.columns.insert(wide.columns.end(), needed[column], chart.columns[column]);
  }
  for (std::size_t i = 0; i < wide.boxes.size(); ++i) wide.boxes[i].column = first[chart.boxes[i].column] + depth[i];
  return wide;
}

/// The part as a chart of its own, without columns that hold no box of it.
FlowChart cut(const FlowChart& chart, const Part& part) {
  FlowChart piece;
  std::vector<std::uint32_t> lane_of(chart.lanes.size(), nowhere);
  for (const std::uint32_t lane : part.lanes) {
    lane_of[lane] = static_cast<std::uint32_t>(piece.lanes.size());
    piece.lanes.push_back(chart.lanes[lane]);
  }
  const auto holds = [&](const FlowBox& box) {
    return box.column >= part.first_column && box.column < part.last_column && lane_of[box.lane] != nowhere;
  };
  std::vector<std::uint32_t> column_of(chart.columns.size(), nowhere);
  for (const FlowBox& box : chart.boxes)
    if (holds(box)) column_of[box.column] = 0;
  for (std::size_t column = 0; column < column_of.size(); ++column) {
    if (column_of[column] == nowhere) continue;
    column_of[column] = static_cast<std::uint32_t>(piece.columns.size());
    piece.columns.push_back(chart.columns[column]);
  }
  std::vector<std::uint32_t> number_of(chart.boxes.size(), nowhere);
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
    if (!holds(chart.boxes[i])) continue;
    number_of[i] = static_cast<std::uint32_t>(piece.boxes.size());
    piece.boxes.push_back(chart.boxes[i]);
    piece.boxes.back().column = column_of[chart.boxes[i].column];
    piece.boxes.back().lane = lane_of[chart.boxes[i].lane];
  }
  for (const FlowArrow& arrow : chart.arrows) {
    if (number_of[arrow.from] == nowhere || number_of[arrow.to] == nowhere) continue;
    piece.arrows.push_back(arrow);
    piece.arrows.back().from = number_of[arrow.from];
    piece.arrows.back().to = number_of[arrow.to];
  }
  return piece;
}

/// The lanes that have a box in some columns.
std::vector<std::uint32_t> lanes_in(const FlowChart& chart, std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> lanes;
  for (const FlowBox& box : chart.boxes)
    if (box.column >= first && box.column < last) lanes.push_back(box.lane);
  std::sort(lanes.begin(), lanes.end());
  lanes.erase(std::unique(lanes.begin(), lanes.end()), lanes.end());
  return lanes;
}

/// Cuts a strip into pages: as many lanes as fit on each.
void add_pages(const FlowChart& chart, const Part& strip, double height, std::vector<Part>& parts) {
  Part page{strip.first_column, strip.last_column, {}};
  for (const std::uint32_t lane : strip.lanes) {
    page.lanes.push_back(lane);
    if (page.lanes.size() == 1 || lay_out(cut(chart, page)).height <= height) continue;
    page.lanes.pop_back();
    parts.push_back(page);
    page.lanes.assign(1, lane);
  }
  parts.push_back(std::move(page));
}

std::vector<Part> parts_of(const FlowChart& chart, double width, double height) {
  std::vector<Part> parts;
  const auto columns = static_cast<std::uint32_t>(chart.columns.size());
  for (std::uint32_t first = 0; first < columns;) {
    Part strip{first, first + 1, lanes_in(chart, first, first + 1)};
    for (std::uint32_t last = first + 2; last <= columns; ++last) {
      Part broader{first, last, lanes_in(chart, first, last)};
      if (lay_out(cut(chart, broader)).width > width) break;
      strip = std::move(broader);
    }
    first = strip.last_column;
    if (!strip.lanes.empty()) add_pages(chart, strip, height, parts);
  }
  return parts;
}

/// The part that each box stands in.
std::vector<std::uint32_t> part_of_boxes(const FlowChart& chart, const std::vector<Part>& parts) {
  std::vector<std::uint32_t> part_of(chart.boxes.size(), 0);
  for (std::uint32_t part = 0; part < parts.size(); ++part)
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
      const FlowBox& box = chart.boxes[i];
      if (box.column >= parts[part].first_column && box.column < parts[part].last_column &&
          std::binary_search(parts[part].lanes.begin(), parts[part].lanes.end(), box.lane))
        part_of[i] = part;
    }
  return part_of;
}

/// Notes in the place of causes that lead from one part into another.
void note_links(FlowChart& chart, const std::vector<std::uint32_t>& part_of) {
  std::size_t number = 0;
  for (const FlowArrow& arrow : chart.arrows) {
    if (arrow.kind != FlowArrow::Kind::cause || part_of[arrow.from] == part_of[arrow.to]) continue;
    const std::string name = std::to_string(++number);
    const std::string label = flow_label(arrow);
    chart.boxes[arrow.from].links.push_back("→ " + name + (label.empty() ? "" : " " + label));
    chart.boxes[arrow.to].links.push_back(name + " →");
  }
}

}  // namespace

std::vector<FlowChart> fold(const FlowChart& chart, double width, double height) {
  if (width <= 0 || chart.columns.empty() || lay_out(chart).width <= width) return {chart};
  FlowChart wide = spread(chart);
  // Which causes lead elsewhere is known once there are parts; until then all take their room.
  FlowChart roomy = wide;
  std::vector<std::uint32_t> apart(wide.boxes.size());
  std::iota(apart.begin(), apart.end(), 0U);
  note_links(roomy, apart);
  const std::vector<Part> parts = parts_of(roomy, width, height);
  note_links(wide, part_of_boxes(wide, parts));
  std::vector<FlowChart> pieces;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    pieces.push_back(cut(wide, parts[part]));
    FlowChart& piece = pieces.back();
    const std::string place = " (" + std::to_string(part + 1) + " of " + std::to_string(parts.size()) + ")";
    piece.title = chart.title + place;
    piece.description = chart.description;
    piece.hollow = chart.hollow;
    piece.timeless = chart.timeless;
    piece.order = chart.order;
    piece.cause = chart.cause;
  }
  return pieces;
}

}  // namespace topos
