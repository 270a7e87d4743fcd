// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "topos/report/flow_chart.hpp"

namespace topos {

/// A point of a drawing, in pixels from its upper left corner.
struct FlowPoint {
  double x = 0;
  double y = 0;
};

/// Where a box stands and what it shows.
struct PlacedBox {
  double x = 0;
  double y = 0;
  double height = 0;
  std::uint32_t row = 0;  ///< of the drawing, from the top
  std::vector<std::string> head;
  std::vector<std::string> body;
  std::vector<std::string> links;
};

/// The way of an arrow: a line with right angles. Its label, if there is one, stands above `label`.
struct FlowRoute {
  std::vector<FlowPoint> points;
  FlowPoint label;
};

/// Where everything of a flow chart stands. Boxes of a lane and column stand below each other; arrows run between
/// boxes: in the gutters between columns and between rows, each on a track of its own.
struct FlowLayout {
  struct Band {
    double begin = 0;
    double end = 0;
  };
  double width = 0;
  double height = 0;
  std::vector<Band> lanes;    ///< vertical
  std::vector<Band> columns;  ///< horizontal
  std::vector<PlacedBox> boxes;
  std::vector<FlowRoute> routes;  ///< by arrow
};

namespace flow_sizes {
inline constexpr double box_width = 184;
inline constexpr double padding = 8;
inline constexpr double label_line = 14;
inline constexpr double lane_title = 108;  ///< room for the names of lanes at the left
inline constexpr double top = 62;          ///< room for title and columns
inline constexpr double gap = 14;          ///< between boxes, without tracks
inline constexpr double column_track = 9;
inline constexpr double row_track = 13;  ///< a label stands above each
inline constexpr double margin = 12;
inline constexpr double label_width = 5.2;        ///< of a terminal column in the label of an arrow
inline constexpr std::size_t longest_label = 36;  ///< terminal columns
}  // namespace flow_sizes

/// Cost: n log n in boxes and arrows.
[[nodiscard]] FlowLayout lay_out(const FlowChart& chart);

/// The tracks that arrows take in gutters, and how many each gutter has; logical places: column or row i is 2i + 1, the
/// gutter before it 2i.
struct FlowTracks {
  struct Way {
    bool straight = false;     ///< needs no gutter: to the box below, or beside with nothing between
    bool down = false;         ///< of those, to the box below
    std::uint32_t out = 0;     ///< vertical gutter right of the first box
    std::uint32_t across = 0;  ///< horizontal gutter
    std::uint32_t in = 0;      ///< vertical gutter left of the last box
    bool short_way = false;    ///< out and in are one gutter, nothing across
    std::uint32_t out_track = 0;
    std::uint32_t across_track = 0;
    std::uint32_t in_track = 0;
    double from_port = 0.5;  ///< share of a side's height
    double to_port = 0.5;
  };
  std::vector<Way> ways;                ///< by arrow
  std::vector<std::uint32_t> vertical;  ///< tracks by gutter, one gutter more than columns
  std::vector<std::uint32_t> horizontal;
};
[[nodiscard]] FlowTracks route_arrows(const FlowChart& chart, const std::vector<std::uint32_t>& row_of,
                                      std::size_t rows);

}  // namespace topos
