// SPDX-License-Identifier: Apache-2.0
#include "topos/report/text_figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <variant>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/report/bars.hpp"
#include "topos/report/display_width.hpp"

namespace topos {
namespace {

constexpr std::size_t widest_label = 28;
constexpr std::size_t longest_bar = 30;
constexpr std::size_t line_width = 50;
constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/// A text cut and filled to a width.
std::string filled(const std::string& text, std::size_t width) {
  const std::string cut = cut_to_width(printable(text), width);
  return cut + std::string(width - std::min(width, display_width(cut)), ' ');
}

std::string in_words(const Estimate& one) {
  std::string text = number_text(one.value, 2);
  if (std::isfinite(one.lower) && std::isfinite(one.upper))
    text += " [" + number_text(one.lower, 2) + ", " + number_text(one.upper, 2) + "]";
  return text;
}

template <class Rows>
std::size_t label_width(const Rows& rows) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, display_width(printable(row.label.text)));
  return std::min(width, widest_label);
}

std::size_t name_width(const std::vector<std::string>& names) {
  std::size_t width = 0;
  for (const std::string& name : names) width = std::max(width, display_width(printable(name)));
  return std::min(width, widest_label);
}

/// A character of a height for each value, blank where there is none.
std::string sparkline(const std::vector<double>& values, double most) {
  std::string line;
  for (const double value : values) {
    const double share = most > 0 ? std::clamp(value / most, 0.0, 1.0) : 0;
    line += std::isfinite(value) ? heights[static_cast<std::size_t>(std::lround(share * 7))] : std::string_view(" ");
  }
  return line;
}

std::string text_of(const DotPlot& chart) {
  double most = 0;
  for (const DotPlot::Row& row : chart.rows)
    for (const Estimate& one : row.marks)
      if (std::isfinite(one.value)) most = std::max(most, std::abs(one.value));
  if (most == 0) return {};
  const std::size_t label = label_width(chart.rows);
  const std::size_t name = name_width(chart.series);
  std::string out;
  for (const DotPlot::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.marks.size(); ++i) {
      const double value = row.marks[i].value;
      if (!std::isfinite(value)) continue;
      out += filled(i == 0 ? row.label.text : "", label) + "  ";
      if (name > 0) out += filled(chart.series[i], name) + "  ";
      const std::string drawn =
          chart.reference ? bar_from_middle(value / most, longest_bar) : bar(value / most, longest_bar);
      out += filled(drawn, longest_bar + 1) + ' ' + in_words(row.marks[i]) + '\n';
    }
  return out;
}

std::string text_of(const BarChart& chart) {
  double most = chart.shares ? 1 : 0;
  for (const BarChart::Row& row : chart.rows)
    for (const double value : row.values)
      if (std::isfinite(value) && !chart.shares) most = std::max(most, value);
  if (most == 0) return {};
  const std::size_t label = label_width(chart.rows);
  const std::size_t name = name_width(chart.series);
  std::string out;
  for (const BarChart::Row& row : chart.rows) {
    bool first = true;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const double value = row.values[i];
      if (!std::isfinite(value) || value <= 0) continue;
      out += filled(first ? row.label.text : "", label) + "  ";
      first = false;
      if (name > 0) out += filled(chart.series[i], name) + "  ";
      out += filled(bar(value / most, longest_bar), longest_bar) + ' ' +
             (chart.shares ? number_text(100 * value, 1) + " %" : number_text(value, 2)) + '\n';
    }
  }
  return out;
}

std::string text_of(const Barcode& chart) {
  const std::size_t label = label_width(chart.rows);
  std::string out;
  for (const Barcode::Row& row : chart.rows) {
    if (row.heading) {
      out += printable(row.label.text) + '\n';
      continue;
    }
    std::string line(line_width, '.');
    for (const double at : row.positions)
      line[std::min(static_cast<std::size_t>(std::clamp(at, 0.0, 1.0) * line_width), line_width - 1)] = '|';
    out += filled(row.label.text, label) + "  " + line + '\n';
  }
  return out;
}

std::string text_of(const HeatMap& chart) {
  double most = 0;
  for (const HeatMap::Row& row : chart.rows)
    for (const double value : row.values)
      if (std::isfinite(value)) most = std::max(most, value);
  const std::size_t label = label_width(chart.rows);
  std::string out;
  for (const HeatMap::Row& row : chart.rows)
    out += filled(row.label.text, label) + "  " + sparkline(row.values, most) + '\n';
  return out;
}

std::string text_of(const LineChart& chart) {
  double most = 0;
  for (const LineChart::Series& series : chart.series)
    for (const LineChart::Point& point : series.points)
      if (std::isfinite(point.value.value)) most = std::max(most, point.value.value);
  const std::size_t label = label_width(chart.series);
  std::string out;
  for (const LineChart::Series& series : chart.series) {
    if (series.points.empty()) continue;
    std::vector<double> values;
    for (const LineChart::Point& point : series.points) values.push_back(point.value.value);
    out += filled(series.label.text, label) + "  " + sparkline(values, most) + "  " +
           printable(series.points.front().label) + " to " + printable(series.points.back().label) + '\n';
  }
  return out;
}

std::string_view character_of(SignGrid::Sign sign) {
  constexpr std::array<std::string_view, 6> characters{" ", "●", "○", "◐", "-", "/"};
  return characters[static_cast<std::size_t>(sign)];
}

std::string text_of(const SignGrid& chart) {
  constexpr std::size_t narrowest = 3;
  constexpr std::size_t widest = 12;
  std::string out;
  for (const auto& [sign, meaning] : chart.meanings)
    out += (out.empty() ? "" : "   ") + std::string(character_of(sign)) + ' ' + printable(meaning);
  if (!out.empty()) out += '\n';
  const std::size_t label = label_width(chart.rows);
  std::vector<std::size_t> widths;
  out += std::string(label, ' ');
  for (const std::string& column : chart.columns) {
    widths.push_back(std::clamp(display_width(printable(column)), narrowest, widest));
    out += "  " + filled(column, widths.back());
  }
  out += '\n';
  for (const SignGrid::Row& row : chart.rows) {
    out += filled(row.label.text, label);
    for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i)
      out += "  " + std::string(character_of(row.cells[i].sign)) + filled(" " + row.cells[i].text, widths[i] - 1);
    out += '\n';
  }
  return out;
}

/// A lane is a line with a circle where an event stands; events that fall on one place share it.
std::string text_of(const Timeline& chart) {
  double first = std::numeric_limits<double>::infinity();
  double last = -first;
  for (const Timeline::Event& event : chart.events) {
    first = std::min(first, event.from);
    last = std::max(last, event.to);
  }
  if (first > last) return {};
  const double years = std::max(last - first, 1.0);
  const std::size_t label = name_width(chart.lanes);
  std::string out;
  for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane) {
    std::vector<std::string_view> line(line_width, ".");
    for (const Timeline::Event& event : chart.events) {
      if (event.lane != lane) continue;
      const double share = ((event.from + event.to) / 2 - first) / years;
      const auto at = static_cast<std::size_t>(std::lround(share * (line_width - 1)));
      // What was stands before what may come.
      if (!event.hollow || line[at] == ".") line[at] = event.hollow ? "○" : "●";
    }
    out += filled(chart.lanes[lane], label) + "  ";
    for (const std::string_view sign : line) out += sign;
    out += '\n';
  }
  const std::string begin = number_text(std::floor(first), 0);
  const std::string end = number_text(std::floor(last), 0);
  return out + std::string(label + 2, ' ') + begin + std::string(line_width - begin.size() - end.size(), ' ') + end +
         "\n";
}

std::string text_of(const NetworkChart& chart) {
  double most = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  const auto width_of = [](const FigureLabel& label) {
    return std::min(display_width(printable(label.text)), widest_label);
  };
  for (const NetworkChart::Arrow& arrow : chart.arrows) {
    most = std::max(most, arrow.weight);
    from = std::max(from, width_of(chart.nodes[arrow.from]));
    to = std::max(to, width_of(chart.nodes[arrow.to]));
  }
  std::string out;
  for (const NetworkChart::Arrow& arrow : chart.arrows)
    out += filled(chart.nodes[arrow.from].text, from) + " → " + filled(chart.nodes[arrow.to].text, to) + "  " +
           filled(bar(arrow.weight / most, longest_bar), longest_bar) + ' ' + number_text(arrow.weight, 2) +
           (arrow.kind < chart.kinds.size() ? ' ' + printable(chart.kinds[arrow.kind]) : "") + '\n';
  return out;
}

}  // namespace

std::string text_figure(const Figure& figure) {
  return std::visit([](const auto& chart) { return text_of(chart); }, figure.chart);
}

}  // namespace topos
