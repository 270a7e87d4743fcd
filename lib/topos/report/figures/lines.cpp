// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/base/number.hpp"
#include "topos/report/scale.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double plot_height = 92;  ///< of each series
constexpr double heading_height = 28;
constexpr std::size_t most_marks = 30;  ///< of a line; marks of more run into each other
constexpr double left = 40;
constexpr double right = svg_width - 12;
constexpr double axis_height = 22;

struct Range {
  double least = 0;
  double most = 1;
};

Range times_of(const LineChart& chart) {
  Range range{1e300, -1e300};
  for (const LineChart::Series& series : chart.series)
    for (const LineChart::Point& point : series.points)
      range = {std::min(range.least, point.at), std::max(range.most, point.at)};
  if (range.most < range.least) return {};
  if (range.most == range.least) return {range.least - 0.5, range.most + 0.5};
  return range;
}

double largest(const LineChart& chart) {
  double most = 0;
  for (const LineChart::Series& series : chart.series)
    for (const LineChart::Point& point : series.points)
      for (const double value : {point.value.value, point.value.upper})
        if (std::isfinite(value)) most = std::max(most, value);
  return most;
}

std::string number(double value) { return number_text(std::round(value * 10) / 10, 1); }

/// One panel: band, line and marks of a series.
class Panel {
 public:
  Panel(Svg& svg, const LineChart& chart, double top)
      : svg_(svg), times_(times_of(chart)), scale_(0, largest(chart), top + plot_height, top, 2), top_(top) {}

  void draw(const LineChart& chart, const LineChart::Series& series) {
    for (const double tick : scale_.ticks()) {
      svg_.line(left, scale_.at(tick), right, scale_.at(tick), "grid");
      svg_.text(left - 6, scale_.at(tick) + 4, scale_.text(tick), Svg::Anchor::end, "faint");
    }
    for (const LineChart::Cut& cut : chart.cuts)
      svg_.line(x_of(cut.at), top_, x_of(cut.at), top_ + plot_height, "axis");
    std::string line;
    for (const LineChart::Point& point : series.points) {
      if (!std::isfinite(point.value.value)) continue;
      line += (line.empty() ? "M" : "L") + number(x_of(point.at)) + ',' + number(scale_.at(point.value.value));
      if (std::isfinite(point.value.lower) && std::isfinite(point.value.upper))
        svg_.line(x_of(point.at), scale_.at(point.value.lower), x_of(point.at), scale_.at(point.value.upper), "band");
    }
    if (!line.empty()) svg_.path(line, "l0");
    if (series.points.size() > most_marks) return;
    for (const LineChart::Point& point : series.points)
      if (std::isfinite(point.value.value))
        svg_.mark(x_of(point.at), scale_.at(point.value.value), 0,
                  series.label.text + ", " + point.label + ": " + number_text(point.value.value, 2));
  }

  [[nodiscard]] double x_of(double at) const {
    return left + 8 + (at - times_.least) / (times_.most - times_.least) * (right - left - 16);
  }

 private:
  Svg& svg_;
  Range times_;
  Scale scale_;
  double top_;
};

/// Names of places on the axis, as many as fit.
void write_times(Svg& svg, const LineChart& chart, const Panel& panel, double y) {
  const LineChart::Series* longest = &chart.series.front();
  for (const LineChart::Series& series : chart.series)
    if (series.points.size() > longest->points.size()) longest = &series;
  double free = -1;
  for (const LineChart::Point& point : longest->points) {
    const double half = 4.0 * static_cast<double>(point.label.size());
    const double x = panel.x_of(point.at);
    if (x - half < free || x + half > svg_width + 8) continue;
    svg.text(x, y, point.label, Svg::Anchor::middle, "faint");
    free = x + half + 6;
  }
}

}  // namespace

std::string svg_of(const Figure& figure, const LineChart& chart, SvgPlace place) {
  const double panel = heading_height + plot_height + 8;
  const double bottom = panel * static_cast<double>(chart.series.size());
  Svg svg(place, bottom + axis_height + 18, figure);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const double top = panel * static_cast<double>(i);
    svg.open_link(chart.series[i].label.code);
    svg.label(0, top + 13, svg_width, chart.series[i].label.text, Svg::Anchor::start);
    svg.close_link();
    Panel drawn(svg, chart, top + heading_height);
    drawn.draw(chart, chart.series[i]);
    if (i + 1 < chart.series.size()) continue;
    write_times(svg, chart, drawn, bottom + 12);
    for (const LineChart::Cut& cut : chart.cuts)
      svg.text(drawn.x_of(cut.at) + 4, heading_height - 6, cut.label, Svg::Anchor::start, "faint");
  }
  svg.text(right, bottom + 32, chart.axis, Svg::Anchor::end, "faint");
  return svg.finish();
}

}  // namespace topos
