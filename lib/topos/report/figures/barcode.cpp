// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_label = 190;
constexpr double row_height = 17;
constexpr double heading_height = 22;
constexpr double axis_height = 34;

double height_of(const Barcode::Row& row) { return row.heading ? heading_height : row_height; }

}  // namespace

std::string svg_of(const Figure& figure, const Barcode& chart, SvgPlace place) {
  std::vector<const FigureLabel*> labels;
  double bottom = 2;
  for (const Barcode::Row& row : chart.rows) {
    if (!row.heading) labels.push_back(&row.label);
    bottom += height_of(row);
  }
  const double left = svg_label_width(labels, widest_label) + 10;
  const double right = svg_width - 6;
  const auto x_of = [&](double position) { return left + std::clamp(position, 0.0, 1.0) * (right - left); };

  Svg svg(place, bottom + axis_height, figure);
  double y = 2;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const Barcode::Row& row = chart.rows[i];
    const double middle = y + height_of(row) / 2;
    y += height_of(row);
    if (row.heading) {
      double end = y;
      for (std::size_t next = i + 1; next < chart.rows.size() && !chart.rows[next].heading; ++next)
        end += height_of(chart.rows[next]);
      for (const double start : row.sections) svg.line(x_of(start), y, x_of(start), end, "section");
      svg.label(0, middle + 5, svg_width, row.label.text, Svg::Anchor::start);
      continue;
    }
    svg.open_link(row.label.code);
    svg.label(left - 10, middle + 4, left - 10, row.label.text, Svg::Anchor::end);
    svg.line(left, middle, right, middle, "grid");
    for (const double position : row.positions)
      svg.line(x_of(position), middle - 6, x_of(position), middle + 6, "tick");
    svg.close_link();
  }
  svg.text(left, bottom + 14, "beginning", Svg::Anchor::start, "faint");
  svg.text(right, bottom + 14, "end", Svg::Anchor::end, "faint");
  svg.text((left + right) / 2, bottom + 14, chart.axis, Svg::Anchor::middle, "faint");
  return svg.finish();
}

}  // namespace topos
