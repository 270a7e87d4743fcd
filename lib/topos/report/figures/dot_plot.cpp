// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/base/number.hpp"
#include "topos/report/scale.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_label = 190;
constexpr double series_height = 9;
constexpr double axis_height = 38;

std::string in_words(const Estimate& one) {
  std::string text = number_text(one.value, 2);
  if (!std::isnan(one.lower)) text += " [" + number_text(one.lower, 2) + ", " + number_text(one.upper, 2) + "]";
  return text;
}

/// From zero, or from the least that is drawn where there is a line to read marks against.
Scale scale_of(const DotPlot& chart, double from, double to) {
  double least = chart.reference.value_or(0);
  double most = least;
  for (const DotPlot::Row& row : chart.rows)
    for (const Estimate& one : row.marks)
      for (const double value : {one.value, one.lower, one.upper}) {
        if (!std::isfinite(value)) continue;
        if (chart.reference) least = std::min(least, value);
        most = std::max(most, value);
      }
  return {least, most, from, to};
}

}  // namespace

std::string svg_of(const Figure& figure, const DotPlot& chart, SvgPlace place) {
  std::vector<const FigureLabel*> labels;
  for (const DotPlot::Row& row : chart.rows) labels.push_back(&row.label);
  const double left = svg_label_width(labels, widest_label) + 10;
  const double right = svg_width - 14;
  const double top = svg_legend(nullptr, 0, chart.series, false) + 4;
  const double row_height =
      13 + series_height * static_cast<double>(std::max<std::size_t>(chart.series.size(), 1) - 1) + 6;
  const double bottom = top + row_height * static_cast<double>(chart.rows.size()) + 4;
  const Scale scale = scale_of(chart, left, right);

  Svg svg(place, bottom + axis_height, figure);
  svg_legend(&svg, 0, chart.series, false);
  for (const double tick : scale.ticks()) {
    svg.line(scale.at(tick), top, scale.at(tick), bottom, "grid");
    svg.text(scale.at(tick), bottom + 15, scale.text(tick), Svg::Anchor::middle, "faint");
  }
  if (chart.reference) svg.line(scale.at(*chart.reference), top, scale.at(*chart.reference), bottom, "axis");
  svg.text(right, bottom + 32, chart.axis, Svg::Anchor::end, "faint");
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const DotPlot::Row& row = chart.rows[i];
    const double middle = top + row_height * (static_cast<double>(i) + 0.5);
    svg.open_link(row.label.code);
    svg.label(left - 10, middle + 4, left - 10, row.label.text, Svg::Anchor::end);
    for (std::size_t series = 0; series < row.marks.size(); ++series) {
      const Estimate& one = row.marks[series];
      if (!std::isfinite(one.value)) continue;
      const double y =
          middle + series_height * (static_cast<double>(series) - static_cast<double>(row.marks.size() - 1) / 2);
      if (std::isfinite(one.lower) && std::isfinite(one.upper))
        svg.interval(scale.at(one.lower), scale.at(one.upper), y, series);
      svg.mark(
          scale.at(one.value), y, series,
          row.label.text + (chart.series[series].empty() ? "" : ", " + chart.series[series]) + ": " + in_words(one));
    }
    svg.close_link();
  }
  return svg.finish();
}

}  // namespace topos
