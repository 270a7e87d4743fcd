// SPDX-License-Identifier: Apache-2.0
#include "topos/report/network_layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace topos {
namespace {

constexpr double least_height = 21;    ///< of a row
constexpr double wanted_height = 160;  ///< of the oval, where few nodes leave room
constexpr double most_height = 48;
constexpr double half_width = 66;  ///< of the oval: names of usual length stand beside it
constexpr double crossing = 1;     ///< what it costs for each unit of weight, where length gains one
constexpr int most_rounds = 100;

double height_of_rows(std::size_t nodes) {
  const auto rows = static_cast<double>(std::max<std::size_t>((nodes + 1) / 2, 1));
  return std::clamp(wanted_height / rows, least_height, most_height);
}

/// Places clockwise from the upper right.
std::vector<NetworkLayout::Place> places_of(std::size_t nodes, double width) {
  const std::size_t right = (nodes + 1) / 2;
  const auto rows = static_cast<double>(right);
  std::vector<NetworkLayout::Place> places;
  for (std::size_t i = 0; i < nodes; ++i) {
    const bool on_right = i < right;
    const double in_side = static_cast<double>(on_right ? right : nodes - right);
    // The side with one node less stands half a line lower.
    const double row = (on_right ? static_cast<double>(i) : static_cast<double>(nodes - 1 - i)) + (rows - in_side) / 2;
    const double up = 2 * (row + 0.5) / rows - 1;
    const double x = half_width * std::sqrt(1 - up * up);
    places.push_back({width / 2 + (on_right ? x : -x), height_of_rows(nodes) * (row + 0.5), on_right});
  }
  return places;
}

}  // namespace

NetworkLayout lay_out(const NetworkChart& chart, double width) {
  const std::size_t nodes = chart.nodes.size();
  NetworkLayout layout{width, height_of_rows(nodes) * static_cast<double>((nodes + 1) / 2), {}};
  const std::vector<NetworkLayout::Place> places = places_of(nodes, width);
  std::vector<std::size_t> at(nodes);
  for (std::size_t i = 0; i < nodes; ++i) at[i] = i;
  // Clockwise, two chords cross if one end of the one lies between those of the other.
  const auto cross = [&](const NetworkChart::Arrow& one, const NetworkChart::Arrow& other) {
    const auto [low, high] = std::minmax(at[one.from], at[one.to]);
    const auto inside = [low = low, high = high](std::size_t place) { return place > low && place < high; };
    const auto outside = [low = low, high = high](std::size_t place) { return place < low || place > high; };
    const std::size_t from = at[other.from];
    const std::size_t to = at[other.to];
    return (inside(from) && outside(to)) || (outside(from) && inside(to));
  };
  const auto cost_of = [&] {
    double cost = 0;
    for (std::size_t i = 0; i < chart.arrows.size(); ++i) {
      const NetworkChart::Arrow& arrow = chart.arrows[i];
      const NetworkLayout::Place& from = places[at[arrow.from]];
      const NetworkLayout::Place& to = places[at[arrow.to]];
      cost -= arrow.weight * std::hypot(from.x - to.x, from.y - to.y) / (2 * half_width);
      for (std::size_t other = 0; other < i; ++other)
        if (cross(arrow, chart.arrows[other])) cost += crossing * std::min(arrow.weight, chart.arrows[other].weight);
    }
    return cost;
  };
  double least = cost_of();
  bool better = true;
  for (int round = 0; better && round < most_rounds; ++round) {
    better = false;
    for (std::size_t a = 0; a < nodes; ++a)
      for (std::size_t b = a + 1; b < nodes; ++b) {
        std::swap(at[a], at[b]);
        // Sums in another order may differ in their last bits.
        if (const double now = cost_of(); now < least - 1e-9 * std::abs(least)) {
          least = now;
          better = true;
        } else {
          std::swap(at[a], at[b]);
        }
      }
  }
  for (std::size_t i = 0; i < nodes; ++i) layout.nodes.push_back(places[at[i]]);
  return layout;
}

}  // namespace topos
