// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "topos/base/number.hpp"
#include "topos/report/scale.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_label = 190;
constexpr double row_height = 22;
constexpr double bar_height = 14;
constexpr double axis_height = 38;

double sum(const BarChart::Row& row) {
  return std::accumulate(row.values.begin(), row.values.end(), 0.0,
                         [](double all, double one) { return std::isfinite(one) ? all + one : all; });
}

std::string in_words(const BarChart& chart, double value) {
  return chart.shares ? number_text(100 * value, 1) + " %" : number_text(value, 2);
}

void draw_bar(Svg& svg, const BarChart& chart, const BarChart::Row& row, const Scale& scale, double y) {
  double at = 0;
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    const double value = row.values[i];
    if (!std::isfinite(value) || value <= 0) continue;
    const double x = scale.at(at);
    const double width = scale.at(at + value) - x;
    const std::string what =
        row.label.text + (chart.series[i].empty() ? "" : ", " + chart.series[i]) + ": " + in_words(chart, value);
    svg.bar(x, y - bar_height / 2, std::max(width - (row.values.size() > 1 ? 1 : 0), 0.4), bar_height, i, what);
    // A number where there is room for it.
    if (chart.shares && width > 30)
      svg.text(x + width / 2, y + 4, number_text(100 * value, 0), Svg::Anchor::middle,
               i == 0 || i == 3 ? "on-dark" : "on-light");
    at += value;
  }
}

}  // namespace

std::string svg_of(const Figure& figure, const BarChart& chart, SvgPlace place) {
  std::vector<const FigureLabel*> labels;
  double most = 0;
  for (const BarChart::Row& row : chart.rows) {
    labels.push_back(&row.label);
    most = std::max(most, sum(row));
  }
  const double left = svg_label_width(labels, widest_label) + 10;
  const double right = svg_width - 16;
  const double top = svg_legend(nullptr, 0, chart.series, true) + 2;
  const double bottom = top + row_height * static_cast<double>(chart.rows.size()) + 2;
  const Scale scale(0, chart.shares ? 1 : most, left, right);

  Svg svg(place, bottom + axis_height, figure);
  svg_legend(&svg, 0, chart.series, true);
  for (const double tick : scale.ticks()) {
    svg.line(scale.at(tick), top, scale.at(tick), bottom, "grid");
    svg.text(scale.at(tick), bottom + 15,
             chart.shares ? number_text(std::round(100 * tick), 0) + " %" : scale.text(tick), Svg::Anchor::middle,
             "faint");
  }
  svg.text(right, bottom + 32, chart.axis, Svg::Anchor::end, "faint");
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double middle = top + row_height * (static_cast<double>(i) + 0.5);
    svg.open_link(chart.rows[i].label.code);
    svg.label(left - 10, middle + 4, left - 10, chart.rows[i].label.text, Svg::Anchor::end);
    draw_bar(svg, chart, chart.rows[i], scale, middle);
    svg.close_link();
  }
  svg.line(left, top, left, bottom, "axis");
  return svg.finish();
}

}  // namespace topos
