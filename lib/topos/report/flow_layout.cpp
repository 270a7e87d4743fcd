// SPDX-License-Identifier: Apache-2.0
#include "topos/report/flow_layout.hpp"

#include <algorithm>
#include <map>

#include "topos/report/display_width.hpp"
#include "topos/report/text_lines.hpp"

namespace topos {
namespace {

using namespace flow_sizes;

constexpr std::size_t columns_of_text = 26;
constexpr std::size_t columns_of_head = 23;
constexpr std::size_t most_lines = 5;
constexpr std::size_t most_links = 6;

/// The row of each box: lanes below each other, and in them the boxes of one column.
std::vector<std::uint32_t> rows_of(const FlowChart& chart, std::vector<std::uint32_t>& first_rows) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> stacks;
  std::vector<std::uint32_t> depth(chart.boxes.size());
  std::vector<std::uint32_t> heights(chart.lanes.size(), 1);
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
    depth[i] = stacks[{chart.boxes[i].lane, chart.boxes[i].column}]++;
    heights[chart.boxes[i].lane] = std::max(heights[chart.boxes[i].lane], depth[i] + 1);
  }
  first_rows.assign(1, 0);
  for (const std::uint32_t height : heights) first_rows.push_back(first_rows.back() + height);
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) depth[i] += first_rows[chart.boxes[i].lane];
  return depth;
}

/// How many ends of arrows the fuller side of each box has.
std::vector<std::uint32_t> fullest_sides(const FlowChart& chart) {
  std::vector<std::uint32_t> leaving(chart.boxes.size());
  std::vector<std::uint32_t> arriving(chart.boxes.size());
  for (const FlowArrow& arrow : chart.arrows) ++leaving[arrow.from], ++arriving[arrow.to];
  for (std::size_t i = 0; i < leaving.size(); ++i) leaving[i] = std::max(leaving[i], arriving[i]);
  return leaving;
}

/// Room in each gutter between columns for the labels of arrows that do not leave it; they stand beside the box from
/// which they come.
std::vector<double> label_rooms(const FlowChart& chart, const FlowTracks& tracks) {
  std::vector<double> rooms(chart.columns.size() + 1);
  for (std::size_t i = 0; i < chart.arrows.size(); ++i) {
    if (!tracks.ways[i].short_way || chart.arrows[i].label.empty()) continue;
    const double width =
        label_width * static_cast<double>(std::min(display_width(flow_label(chart.arrows[i])), longest_label)) +
        padding;
    rooms[tracks.ways[i].out] = std::max(rooms[tracks.ways[i].out], width);
  }
  return rooms;
}

std::vector<std::string> shown_links(const std::vector<std::string>& links) {
  std::vector<std::string> lines;
  for (const std::string& one : links) {
    if (lines.size() == most_links) {
      lines.push_back("and " + std::to_string(links.size() - most_links) + " more");
      break;
    }
    lines.push_back(text_lines(one, columns_of_text, 1).front());
  }
  return lines;
}

/// What boxes show, and how high they are.
std::vector<double> fill_boxes(const FlowChart& chart, const std::vector<std::uint32_t>& row_of, std::size_t rows,
                               std::vector<PlacedBox>& boxes) {
  std::vector<double> heights(rows, 0);
  const std::vector<std::uint32_t> ends = fullest_sides(chart);
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
    PlacedBox box;
    box.row = row_of[i];
    box.head = text_lines(chart.boxes[i].head, columns_of_head, 2);
    box.body = text_lines(chart.boxes[i].body, columns_of_text, most_lines);
    box.links = shown_links(chart.boxes[i].links);
    const std::size_t lines =
        box.head.size() + box.body.size() + (chart.boxes[i].foot.empty() ? 0 : 1) + box.links.size();
    box.height =
        std::max(2 * padding + label_line * static_cast<double>(lines), row_track * static_cast<double>(ends[i] + 1));
    heights[box.row] = std::max(heights[box.row], box.height);
    boxes.push_back(std::move(box));
  }
  return heights;
}

struct Places {
  const FlowChart& chart;
  const FlowLayout& layout;
  const FlowTracks& tracks;
  const std::vector<double>& row_begins;
  const std::vector<double>& rooms;

  [[nodiscard]] double gutter_x(std::uint32_t gutter, std::uint32_t track) const {
    const double begin = gutter == 0 ? lane_title + margin : layout.columns[gutter - 1].end;
    return begin + gap / 2 + rooms[gutter] + column_track * static_cast<double>(track) + column_track / 2;
  }
  [[nodiscard]] double gutter_y(std::uint32_t gutter, std::uint32_t track) const {
    // The gutter of a row ends where the row begins; that behind the last row begins below it.
    const double end = row_begins[gutter];
    return end - gap / 2 - row_track * static_cast<double>(tracks.horizontal[gutter] - 1 - track) - 2;
  }

  [[nodiscard]] FlowRoute route(std::size_t arrow) const {
    const FlowTracks::Way& way = tracks.ways[arrow];
    const PlacedBox& from = layout.boxes[chart.arrows[arrow].from];
    const PlacedBox& to = layout.boxes[chart.arrows[arrow].to];
    if (way.down) {
      const double x = from.x + box_width / 2;
      return {{{x, from.y + from.height}, {x, to.y}}, {x, (from.y + from.height + to.y) / 2}};
    }
    FlowPoint start{from.x + box_width, from.y + from.height * way.from_port};
    const FlowPoint goal{to.x, to.y + to.height * way.to_port};
    // A box beside it that is higher or lower makes no bend.
    if (way.short_way && chart.arrows[arrow].label.empty() && from.row == to.row && goal.y < from.y + from.height - 4)
      start.y = goal.y;
    const double out = gutter_x(way.out, way.out_track);
    if (way.short_way)
      return {{start, {out, start.y}, {out, goal.y}, goal}, {start.x + padding / 2 + rooms[way.out] / 2, start.y}};
    const double across = gutter_y(way.across, way.across_track);
    const double in = gutter_x(way.in, way.in_track);
    return {{start, {out, start.y}, {out, across}, {in, across}, {in, goal.y}, goal}, {(out + in) / 2, across}};
  }
};

}  // namespace

FlowLayout lay_out(const FlowChart& chart) {
  FlowLayout layout;
  std::vector<std::uint32_t> first_rows;
  const std::vector<std::uint32_t> row_of = rows_of(chart, first_rows);
  const std::size_t rows = first_rows.back();
  const std::vector<double> heights = fill_boxes(chart, row_of, rows, layout.boxes);
  const FlowTracks tracks = route_arrows(chart, row_of, rows);
  const std::vector<double> rooms = label_rooms(chart, tracks);
  double x = lane_title + margin;
  for (std::size_t column = 0; column < chart.columns.size(); ++column) {
    x += gap + rooms[column] + column_track * tracks.vertical[column];
    layout.columns.push_back({x, x + box_width});
    x += box_width;
  }
  layout.width =
      x + gap + rooms.back() + column_track * (tracks.vertical.empty() ? 0 : tracks.vertical.back()) + margin;
  std::vector<double> row_begins;
  double y = top;
  std::size_t lane = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    if (row == first_rows[lane]) {
      if (lane > 0) layout.lanes.back().end = y + gap / 2;
      if (lane > 0) y += gap / 2;
      layout.lanes.push_back({y, y});
      ++lane;
    }
    y += gap + row_track * tracks.horizontal[row];
    row_begins.push_back(y);
    y += std::max(heights[row], label_line + 2 * padding);
  }
  y += gap + row_track * (rows < tracks.horizontal.size() ? tracks.horizontal[rows] : 0);
  row_begins.push_back(y);
  if (!layout.lanes.empty()) layout.lanes.back().end = y;
  layout.height = y;
  for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
    layout.boxes[i].x = layout.columns[chart.boxes[i].column].begin;
    layout.boxes[i].y = row_begins[layout.boxes[i].row];
  }
  const Places places{chart, layout, tracks, row_begins, rooms};
  for (std::size_t i = 0; i < chart.arrows.size(); ++i) layout.routes.push_back(places.route(i));
  return layout;
}

}  // namespace topos
