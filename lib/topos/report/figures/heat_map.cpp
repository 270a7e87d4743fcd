// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/base/number.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_label = 170;
constexpr double row_height = 20;
constexpr double darkest = 0.92;
constexpr double readable_on_dark = 0.5;  ///< from this share on text is light
constexpr double slant_from = 46;         ///< columns narrower than this have labels that run upwards

double largest(const HeatMap& chart) {
  double most = 0;
  for (const HeatMap::Row& row : chart.rows)
    for (const double value : row.values)
      if (std::isfinite(value)) most = std::max(most, value);
  return most;
}

std::string in_cell(double value) { return number_text(value, value < 10 ? 1 : 0); }

}  // namespace

std::string svg_of(const Figure& figure, const HeatMap& chart, SvgPlace place) {
  std::vector<const FigureLabel*> labels;
  for (const HeatMap::Row& row : chart.rows) labels.push_back(&row.label);
  const double left = svg_label_width(labels, widest_label) + 8;
  const double width = (svg_width - left) / static_cast<double>(std::max<std::size_t>(chart.columns.size(), 1));
  std::size_t longest = 0;
  for (const std::string& column : chart.columns) longest = std::max(longest, column.size());
  const bool upright = width < slant_from && longest > svg_fitting(width);
  const double top = upright ? 96 : 20;
  const double bottom = top + row_height * static_cast<double>(chart.rows.size());
  const double most = largest(chart);

  Svg svg(place, bottom + 22, figure);
  for (std::size_t i = 0; i < chart.columns.size(); ++i) {
    const double x = left + width * (static_cast<double>(i) + 0.5);
    if (upright)
      svg.upright(x + 4, top - 6, top - 10, chart.columns[i]);
    else
      svg.label(x, top - 6, width, chart.columns[i], Svg::Anchor::middle);
  }
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const HeatMap::Row& row = chart.rows[i];
    const double y = top + row_height * static_cast<double>(i);
    svg.open_link(row.label.code);
    svg.label(left - 8, y + row_height / 2 + 4, left - 8, row.label.text, Svg::Anchor::end);
    for (std::size_t column = 0; column < row.values.size(); ++column) {
      const double value = row.values[column];
      if (!std::isfinite(value)) continue;
      const double share = most > 0 ? value / most * darkest : 0;
      const double x = left + width * static_cast<double>(column);
      svg.shade(x, y, width - 1, row_height - 1, share,
                row.label.text + ", " + chart.columns[column] + ": " + number_text(value, 2));
      if (value > 0 && width >= 22)
        svg.text(x + width / 2, y + row_height / 2 + 4, in_cell(value), Svg::Anchor::middle,
                 share > readable_on_dark ? "on-cell" : "ink");
    }
    svg.close_link();
  }
  svg.text(svg_width - 2, bottom + 16, chart.axis, Svg::Anchor::end, "faint");
  return svg.finish();
}

}  // namespace topos
