// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "topos/base/number.hpp"
#include "topos/report/scale.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_label = 130;
constexpr double row_height = 20;
constexpr double disc = 18;  ///< room that the number of an event takes
constexpr double lane_gap = 6;

struct Place {
  double x = 0;
  double y = 0;
};

/// Events of a lane that would cover each other stand in rows below each other.
struct Layout {
  std::vector<Place> events;
  std::vector<double> lanes;  ///< upper ends, and the lower one of the last
};

Layout lay_out(const Timeline& chart, const Scale& scale) {
  Layout layout;
  layout.events.resize(chart.events.size());
  double y = 0;
  for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane) {
    layout.lanes.push_back(y);
    std::vector<double> ends;  // of the rows so far
    for (std::size_t i = 0; i < chart.events.size(); ++i) {
      const Timeline::Event& event = chart.events[i];
      if (event.lane != lane) continue;
      const double x = scale.at((event.from + event.to) / 2);
      std::size_t row = 0;
      while (row < ends.size() && ends[row] > x) ++row;
      if (row == ends.size()) ends.push_back(0);
      ends[row] = x + disc;
      layout.events[i] = {x, y + row_height * (static_cast<double>(row) + 0.5)};
    }
    y += row_height * static_cast<double>(std::max<std::size_t>(ends.size(), 1)) + lane_gap;
  }
  layout.lanes.push_back(y);
  return layout;
}

/// An arrow that bends away from the line between both ends.
void draw_link(Svg& svg, const Place& from, const Place& to, bool denied) {
  const auto text = [](double value) { return number_text(std::round(value * 10) / 10, 1); };
  const auto point = [&](double x, double y) { return text(x) + ' ' + text(y); };
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::max(std::hypot(dx, dy), 1.0);
  const Place middle{from.x + dx / 2 - dy / length * 14, from.y + dy / 2 + dx / length * 14};
  const double back = std::max(std::hypot(to.x - middle.x, to.y - middle.y), 1.0);
  const Place head{to.x - (to.x - middle.x) / back * disc / 2, to.y - (to.y - middle.y) / back * disc / 2};
  svg.path("M" + point(from.x, from.y) + 'Q' + point(middle.x, middle.y) + ' ' + point(head.x, head.y),
           denied ? "denied" : "told");
  const double ux = (head.x - middle.x) / back * 6;
  const double uy = (head.y - middle.y) / back * 6;
  svg.path("M" + point(head.x - ux - uy / 2, head.y - uy + ux / 2) + 'L' + point(head.x, head.y) + 'L' +
               point(head.x - ux + uy / 2, head.y - uy - ux / 2),
           "told");
}

}  // namespace

std::string svg_of(const Figure& figure, const Timeline& chart, SvgPlace place) {
  std::vector<FigureLabel> names;
  for (const std::string& lane : chart.lanes) names.push_back({lane, {}});
  std::vector<const FigureLabel*> labels;
  for (const FigureLabel& name : names) labels.push_back(&name);
  const double left = svg_label_width(labels, widest_label) + 14;
  double first = std::numeric_limits<double>::infinity();
  double last = -first;
  for (const Timeline::Event& event : chart.events) {
    first = std::min(first, event.from);
    last = std::max(last, event.to);
  }
  if (first > last) first = last = 0;
  const Scale scale(first, last == first ? first + 1 : last, left + 4, svg_width - 12);
  const Layout layout = lay_out(chart, scale);
  const double bottom = layout.lanes.back();

  Svg svg(place, bottom + 40, figure);
  for (const double tick : scale.ticks()) {
    svg.line(scale.at(tick), 0, scale.at(tick), bottom, "grid");
    svg.text(scale.at(tick), bottom + 16, scale.text(tick), Svg::Anchor::middle, "faint");
  }
  for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane) {
    svg.label(0, layout.lanes[lane] + row_height / 2 + 4, left - 10, chart.lanes[lane], Svg::Anchor::start);
    svg.line(0, layout.lanes[lane + 1] - lane_gap / 2, svg_width, layout.lanes[lane + 1] - lane_gap / 2, "grid");
  }
  for (const Timeline::Link& link : chart.links)
    if (link.from != link.to) draw_link(svg, layout.events[link.from], layout.events[link.to], link.denied);
  for (std::size_t i = 0; i < chart.events.size(); ++i) {
    const Timeline::Event& event = chart.events[i];
    const Place& at = layout.events[i];
    svg.open_group(std::to_string(i + 1) + ": " + event.text);
    if (scale.at(event.to) - scale.at(event.from) > disc)
      svg.line(scale.at(event.from), at.y, scale.at(event.to), at.y, "band");
    svg.disc(at.x, at.y, std::to_string(i + 1), event.hollow);
    svg.close_group();
  }
  svg.text(svg_width - 2, bottom + 34, chart.axis, Svg::Anchor::end, "faint");
  return svg.finish();
}

}  // namespace topos
