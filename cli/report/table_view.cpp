// SPDX-License-Identifier: Apache-2.0
#include "report/table_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "topos/base/number.hpp"
#include "topos/report/report_files.hpp"

namespace topos::cli {

std::size_t TableView::column(std::string_view name) const {
  for (std::size_t i = 0; i < table_.columns.size(); ++i)
    if (table_.columns[i].name == name) return i;
  throw std::out_of_range("no column " + std::string(name));
}

bool TableView::has(std::string_view name) const noexcept {
  return std::any_of(table_.columns.begin(), table_.columns.end(), [&](const Column& one) { return one.name == name; });
}

double TableView::number(std::size_t row, std::string_view name) const {
  const Cell& cell = table_.rows[row][column(name)];
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  return std::numeric_limits<double>::quiet_NaN();
}

std::string TableView::text_at(std::size_t row, std::size_t column) const {
  const auto* text = std::get_if<std::string>(&table_.rows[row][column]);
  return text == nullptr ? std::string() : *text;
}

Estimate TableView::estimate(std::size_t row, std::string_view value, std::string_view lower,
                             std::string_view upper) const {
  Estimate one;
  one.value = number(row, value);
  if (has(lower)) one.lower = number(row, lower);
  if (has(upper)) one.upper = number(row, upper);
  return one;
}

std::string group_label(const std::vector<std::string>& values) {
  std::string label;
  for (const std::string& value : values)
    label.append(label.empty() ? "" : ", ").append(value.empty() ? "(none)" : value);
  return label;
}

std::string texts_of(const std::vector<std::string>& fields, const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values.size() == 1 && fields[i] == "document") return values[i];
    text += text.empty() ? "texts " : ", ";
    text += values[i].empty() ? "without " + fields[i] : "of " + fields[i] + ' ' + values[i];
  }
  return text;
}

std::string in_words(double value, int digits) { return shown_number(value, digits); }

std::string in_words(const Estimate& estimate, int digits) {
  std::string text = shown_number(estimate.value, digits);
  if (!std::isnan(estimate.lower))
    text += " [" + shown_number(estimate.lower, digits) + ", " + shown_number(estimate.upper, digits) + "]";
  return text;
}

std::string counted(std::uint64_t n, std::string_view noun) {
  return std::to_string(n) + ' ' + std::string(noun) + (n == 1 ? "" : "s");
}

std::string corrected_p(const TableView& view, std::size_t row, std::size_t tests) {
  constexpr double least_told = 0.001;
  const double p = view.number(row, "p_adjusted");
  return "p " + (p < least_told ? "below " + number_text(least_told, 3) : number_text(p, 3)) + ", corrected for " +
         counted(tests, "comparison") + taken_for_independent(view, row);
}

std::string taken_for_independent(const TableView& view, std::size_t row) {
  if (view.text(row, "flags").find("W25") == std::string::npos) return {};
  return " (as if documents were independent: W25)";
}

std::vector<std::string> largest(const std::map<std::string, double>& numbers, std::size_t most) {
  std::vector<std::pair<std::string, double>> order(numbers.begin(), numbers.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> names;
  for (const auto& [name, number] : order)
    if (names.size() < most && number > 0) names.push_back(name);
  return names;
}

HeatMap heat_of(const DotPlot& chart) {
  HeatMap heat{chart.axis, chart.series, {}};
  for (const DotPlot::Row& row : chart.rows) {
    heat.rows.push_back({row.label, {}});
    for (const Estimate& mark : row.marks) heat.rows.back().values.push_back(mark.value);
  }
  return heat;
}

std::string common_stem(const std::vector<std::string>& codes) {
  if (codes.empty()) return {};
  const std::size_t dot = codes.front().rfind('.');
  if (dot == std::string::npos) return {};
  std::string stem = codes.front().substr(0, dot + 1);
  return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) { return code.starts_with(stem); })
             ? stem
             : std::string();
}

}  // namespace topos::cli
