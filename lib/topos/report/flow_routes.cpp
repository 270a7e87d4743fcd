// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <queue>
#include <tuple>

#include "topos/report/flow_layout.hpp"

namespace topos {
namespace {

/// A stretch of one gutter that an arrow takes.
struct Stretch {
  std::uint32_t gutter;
  std::uint32_t begin;  ///< logical places, both included
  std::uint32_t end;
  std::uint32_t* track;
};

/// Gives each stretch the first track that is free along it; returns how many tracks each gutter has.
std::vector<std::uint32_t> give_tracks(std::vector<Stretch>& stretches, std::size_t gutters) {
  std::vector<std::uint32_t> tracks(gutters);
  std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
    return std::tie(a.gutter, a.begin, b.end) < std::tie(b.gutter, b.begin, a.end);
  });
  using Ends = std::priority_queue<std::pair<std::uint32_t, std::uint32_t>,
                                   std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::greater<>>;
  Ends busy;  // place behind which a track is free, track
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Stretch& one = stretches[i];
    if (i == 0 || stretches[i - 1].gutter != one.gutter) {
      busy = {};
      free = {};
    }
    for (; !busy.empty() && busy.top().first < one.begin; busy.pop()) free.push(busy.top().second);
    std::uint32_t& count = tracks[one.gutter];
    if (free.empty()) free.push(count++);
    *one.track = free.top();
    free.pop();
    busy.emplace(one.end, *one.track);
  }
  return tracks;
}

/// The columns of each row that hold a box.
class Occupied {
 public:
  Occupied(const FlowChart& chart, const std::vector<std::uint32_t>& row_of, std::size_t rows) : columns_(rows) {
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) columns_[row_of[i]].push_back(chart.boxes[i].column);
    for (auto& row : columns_) std::sort(row.begin(), row.end());
  }
  [[nodiscard]] bool between(std::uint32_t row, std::uint32_t from, std::uint32_t to) const {
    const auto next = std::upper_bound(columns_[row].begin(), columns_[row].end(), from);
    return next != columns_[row].end() && *next < to;
  }

 private:
  std::vector<std::vector<std::uint32_t>> columns_;
};

/// Spreads the ends of arrows over the sides of boxes, in the order of where they lead.
void spread_ports(const FlowChart& chart, const std::vector<std::uint32_t>& row_of,
                  std::vector<FlowTracks::Way>& ways) {
  struct Port {
    std::uint32_t box;
    bool right;
    std::uint32_t far_row;
    std::uint32_t far_column;
    double* place;
  };
  std::vector<Port> ports;
  for (std::size_t i = 0; i < chart.arrows.size(); ++i) {
    const FlowArrow& arrow = chart.arrows[i];
    if (ways[i].down) continue;
    ports.push_back({arrow.from, true, row_of[arrow.to], chart.boxes[arrow.to].column, &ways[i].from_port});
    ports.push_back({arrow.to, false, row_of[arrow.from], chart.boxes[arrow.from].column, &ways[i].to_port});
  }
  std::stable_sort(ports.begin(), ports.end(), [](const Port& a, const Port& b) {
    return std::tie(a.box, a.right, a.far_row, a.far_column) < std::tie(b.box, b.right, b.far_row, b.far_column);
  });
  for (std::size_t begin = 0; begin < ports.size();) {
    std::size_t end = begin;
    while (end < ports.size() && ports[end].box == ports[begin].box && ports[end].right == ports[begin].right) ++end;
    for (std::size_t i = begin; i < end; ++i)
      *ports[i].place = static_cast<double>(i - begin + 1) / static_cast<double>(end - begin + 1);
    begin = end;
  }
}

}  // namespace

FlowTracks route_arrows(const FlowChart& chart, const std::vector<std::uint32_t>& row_of, std::size_t rows) {
  FlowTracks tracks;
  tracks.ways.resize(chart.arrows.size());
  const Occupied occupied(chart, row_of, rows);
  std::vector<Stretch> vertical;
  std::vector<Stretch> horizontal;
  for (std::size_t i = 0; i < chart.arrows.size(); ++i) {
    const FlowArrow& arrow = chart.arrows[i];
    const FlowBox& from = chart.boxes[arrow.from];
    const FlowBox& to = chart.boxes[arrow.to];
    const std::uint32_t from_row = row_of[arrow.from];
    const std::uint32_t to_row = row_of[arrow.to];
    FlowTracks::Way& way = tracks.ways[i];
    way.down = from.column == to.column && from.lane == to.lane && to_row == from_row + 1 && arrow.label.empty();
    way.straight = way.down;
    if (way.straight) continue;
    way.out = from.column + 1;
    way.in = to.column;
    const bool free_row = to.column > from.column && !occupied.between(to_row, from.column, to.column);
    way.short_way = free_row && (arrow.label.empty() || way.out == way.in) && way.out <= way.in;
    const std::uint32_t from_place = 2 * from_row + 1;
    const std::uint32_t to_place = 2 * to_row + 1;
    if (way.short_way) {
      vertical.push_back({way.out, std::min(from_place, to_place), std::max(from_place, to_place), &way.out_track});
      continue;
    }
    way.across = to_row > from_row ? to_row : to_row + 1;
    const std::uint32_t across_place = 2 * way.across;
    vertical.push_back(
        {way.out, std::min(from_place, across_place), std::max(from_place, across_place), &way.out_track});
    vertical.push_back({way.in, std::min(to_place, across_place), std::max(to_place, across_place), &way.in_track});
    horizontal.push_back({way.across, 2 * std::min(way.out, way.in), 2 * std::max(way.out, way.in), &way.across_track});
  }
  spread_ports(chart, row_of, tracks.ways);
  tracks.vertical = give_tracks(vertical, chart.columns.size() + 1);
  tracks.horizontal = give_tracks(horizontal, rows + 1);
  return tracks;
}

}  // namespace topos
