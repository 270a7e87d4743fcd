// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_label = 250;  ///< of rows, and more where columns leave room
constexpr double widest_column = 120;
constexpr double row_height = 20;
constexpr double slant_from = 46;  ///< columns narrower than this have labels that run upwards
constexpr double legend_gap = 16;

/// The legend in lines, and the height that it takes; only that without a drawing.
double draw_legend(Svg* svg, double y, const SignGrid& chart) {
  double x = 0;
  double line = y + row_height / 2;
  for (const auto& [sign, meaning] : chart.meanings) {
    const FigureLabel label{meaning, {}};
    const double width = svg_label_width({&label}, svg_width - 24) + 18;
    if (x > 0 && x + width > svg_width) {
      x = 0;
      line += row_height;
    }
    if (svg != nullptr) {
      svg->sign(x + 6, line, sign);
      svg->label(x + 16, line + 4, width - 16, meaning, Svg::Anchor::start);
    }
    x += width + legend_gap;
  }
  return chart.meanings.empty() ? 0 : line + row_height / 2 + 6 - y;
}

}  // namespace

std::string svg_of(const Figure& figure, const SignGrid& chart, SvgPlace place) {
  std::vector<const FigureLabel*> labels;
  for (const SignGrid::Row& row : chart.rows) labels.push_back(&row.label);
  std::vector<FigureLabel> heads;
  for (const std::string& column : chart.columns) heads.push_back({column, {}});
  std::vector<const FigureLabel*> columns;
  for (const FigureLabel& head : heads) columns.push_back(&head);
  const double wanted = std::max(svg_label_width(columns, widest_column) + 20, slant_from + 14);
  const double room = svg_width - wanted * static_cast<double>(chart.columns.size()) - 8;
  const double left = svg_label_width(labels, std::max(widest_label, room)) + 8;
  const double width = (svg_width - left) / static_cast<double>(std::max<std::size_t>(chart.columns.size(), 1));
  std::size_t longest = 0;
  for (const std::string& column : chart.columns) longest = std::max(longest, column.size());
  const bool upright = width < slant_from && longest > svg_fitting(width);
  const double legend = draw_legend(nullptr, 0, chart);
  const double top = legend + (upright ? 96 : 20);
  const double bottom = top + row_height * static_cast<double>(chart.rows.size());

  Svg svg(place, bottom + 4, figure);
  draw_legend(&svg, 0, chart);
  for (std::size_t i = 0; i < chart.columns.size(); ++i) {
    const double x = left + width * (static_cast<double>(i) + 0.5);
    if (upright)
      svg.upright(x + 4, top - 6, 86, chart.columns[i]);
    else
      svg.label(x, top - 6, width - 16, chart.columns[i], Svg::Anchor::middle);
  }
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const SignGrid::Row& row = chart.rows[i];
    const double y = top + row_height * (static_cast<double>(i) + 0.5);
    svg.line(0, y + row_height / 2, svg_width, y + row_height / 2, "grid");
    svg.open_link(row.label.code);
    svg.label(0, y + 4, left - 8, row.label.text, Svg::Anchor::start);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const SignGrid::Cell& cell = row.cells[column];
      const bool told = !cell.text.empty() && width >= slant_from;
      const double x = left + width * (static_cast<double>(column) + 0.5) - (told ? 14 : 0);
      svg.open_group(row.label.text + ", " + chart.columns[column] + (cell.text.empty() ? "" : ": ") + cell.text);
      svg.sign(x, y, cell.sign);
      if (told) svg.text(x + 8, y + 4, cell.text);
      svg.close_group();
    }
    svg.close_link();
  }
  return svg.finish();
}

}  // namespace topos
