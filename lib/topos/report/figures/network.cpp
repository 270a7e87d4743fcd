// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "topos/base/number.hpp"
#include "topos/report/network_layout.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double radius = 4;
constexpr double thinnest = 1;
constexpr double widest = 5;
constexpr double bend = 7;      ///< that arrows in both directions stand apart
constexpr double inward = 0.5;  ///< part of the way to the middle that an arrow is drawn
constexpr double legend_height = 24;
constexpr std::array<std::size_t, 3> series{0, 1, 5};  ///< of kinds: dark, bright, grey

std::string point(double x, double y) {
  const auto text = [](double value) { return number_text(std::round(value * 10) / 10, 1); };
  return text(x) + ' ' + text(y);
}

void draw_arrow(Svg& svg, const NetworkLayout& layout, const NetworkChart::Arrow& arrow, double width) {
  const NetworkLayout::Place& from = layout.nodes[arrow.from];
  const NetworkLayout::Place& to = layout.nodes[arrow.to];
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::max(std::hypot(dx, dy), 1.0);
  const double middle_x = (from.x + to.x) / 2;
  const double middle_y = (from.y + to.y) / 2;
  const double over_x = middle_x + (layout.width / 2 - middle_x) * inward - dy / length * bend;
  const double over_y = middle_y + (layout.height / 2 - middle_y) * inward + dx / length * bend;
  const double back = std::max(std::hypot(to.x - over_x, to.y - over_y), 1.0);
  const double ux = (to.x - over_x) / back;
  const double uy = (to.y - over_y) / back;
  const double head = 4 + width;
  const double half = 1.8 + width * 0.7;
  const double tip_x = to.x - ux * (radius + 1);
  const double tip_y = to.y - uy * (radius + 1);
  const double base_x = tip_x - ux * head;
  const double base_y = tip_y - uy * head;
  const std::size_t kind = std::min(arrow.kind, series.size() - 1);
  svg.stroke("M" + point(from.x, from.y) + 'Q' + point(over_x, over_y) + ' ' + point(base_x, base_y), width,
             series[kind], kind == 1);
  svg.path("M" + point(tip_x, tip_y) + 'L' + point(base_x - uy * half, base_y + ux * half) + 'L' +
               point(base_x + uy * half, base_y - ux * half) + 'z',
           series_class(series[kind]));
}

void draw_legend(Svg& svg, double y, const NetworkChart& chart) {
  double x = 0;
  for (std::size_t kind = 0; kind < std::min(chart.kinds.size(), series.size()); ++kind) {
    svg.stroke("M" + point(x, y) + 'L' + point(x + 26, y), 3, series[kind], kind == 1);
    const FigureLabel name{chart.kinds[kind], {}};
    const double width = svg_label_width({&name}, svg_width / 3 - 40);
    svg.label(x + 32, y + 4, width, name.text, Svg::Anchor::start);
    x += width + 48;
  }
}

}  // namespace

std::string svg_of(const Figure& figure, const NetworkChart& chart, SvgPlace place) {
  const NetworkLayout layout = lay_out(chart, svg_width);
  const double top = chart.kinds.empty() ? 0 : legend_height;
  double most = 0;
  for (const NetworkChart::Arrow& arrow : chart.arrows) most = std::max(most, arrow.weight);
  const auto width_of = [&](double weight) { return std::max(thinnest, weight / most * widest); };

  NetworkLayout shifted = layout;
  for (NetworkLayout::Place& node : shifted.nodes) node.y += top;
  shifted.height += 2 * top;  // the middle moves down as far
  Svg svg(place, layout.height + top + legend_height, figure);
  draw_legend(svg, 10, chart);
  // Light arrows do not cover heavy ones.
  std::vector<NetworkChart::Arrow> arrows = chart.arrows;
  std::stable_sort(arrows.begin(), arrows.end(), [](const auto& a, const auto& b) { return a.weight < b.weight; });
  for (const NetworkChart::Arrow& arrow : arrows) {
    if (arrow.from == arrow.to) continue;
    svg.open_group(chart.nodes[arrow.from].text + " \u2192 " + chart.nodes[arrow.to].text + ": " +
                   number_text(arrow.weight, 2) +
                   (arrow.kind < chart.kinds.size() ? ", " + chart.kinds[arrow.kind] : std::string()));
    draw_arrow(svg, shifted, arrow, width_of(arrow.weight));
    svg.close_group();
  }
  for (std::size_t i = 0; i < chart.nodes.size(); ++i) {
    const NetworkLayout::Place& at = shifted.nodes[i];
    svg.open_link(chart.nodes[i].code);
    svg.path("M" + point(at.x - radius, at.y) + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", "ink");
    const double beside = at.x + (at.right ? 9 : -9);
    svg.label(beside, at.y + 4, (at.right ? svg_width - beside : beside) - 8, chart.nodes[i].text,
              at.right ? Svg::Anchor::start : Svg::Anchor::end);
    svg.close_link();
  }
  const std::string text = most > 0 ? chart.axis + ": the widest arrow " + number_text(most, 2) : chart.axis;
  svg.text(svg_width - 2, layout.height + top + 16, text, Svg::Anchor::end, "faint");
  return svg.finish();
}

}  // namespace topos
