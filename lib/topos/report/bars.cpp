// SPDX-License-Identifier: Apache-2.0
#include "topos/report/bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace topos {
namespace {

constexpr std::size_t bar_width = 12;
constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::string_view whole = "█";
constexpr std::string_view right_half = "▐";
constexpr std::string_view line = "│";

double number_of(const Cell& cell) {
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*count);
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return std::numeric_limits<double>::quiet_NaN();
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace

std::string bar(double share, std::size_t width) {
  const auto parts =
      static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 8 * static_cast<double>(width)));
  // What is there is seen, however small.
  const std::size_t drawn = share > 0 ? std::max<std::size_t>(parts, 1) : 0;
  return repeated(whole, drawn / 8) + std::string(eighths[drawn % 8]);
}

std::string bar_from_middle(double share, std::size_t width) {
  const std::size_t side = width / 2;
  if (share >= 0) return std::string(side, ' ') + std::string(line) + bar(share, side);
  // There are no blocks of fewer eighths that stand at the right.
  const auto halves = static_cast<std::size_t>(std::lround(std::min(-share, 1.0) * 2 * static_cast<double>(side)));
  const std::size_t drawn = std::max<std::size_t>(halves, 1);
  const std::size_t used = drawn / 2 + drawn % 2;
  return std::string(side - used, ' ') + std::string(drawn % 2 == 1 ? right_half : "") + repeated(whole, drawn / 2) +
         std::string(line);
}

void add_bars(Table& table, const std::vector<std::string>& columns) {
  std::size_t at = table.columns.size();
  for (const std::string& name : columns)
    for (std::size_t i = 0; i < table.columns.size() && at == table.columns.size(); ++i)
      if (table.columns[i].name == name) at = i;
  if (at == table.columns.size()) return;
  double most = 0;
  double least = 0;
  std::size_t defined = 0;
  for (const std::vector<Cell>& row : table.rows) {
    const double value = number_of(row[at]);
    if (!std::isfinite(value)) continue;
    most = std::max(most, value);
    least = std::min(least, value);
    ++defined;
  }
  const double largest = std::max(most, -least);
  if (defined < 2 || largest == 0) return;
  const auto behind = static_cast<std::ptrdiff_t>(at) + 1;
  table.columns.insert(table.columns.begin() + behind, Column{std::string(bar_column)});
  for (std::vector<Cell>& row : table.rows) {
    const double value = number_of(row[at]);
    Cell cell;
    if (std::isfinite(value))
      cell = least < 0 ? bar_from_middle(value / largest, bar_width) : bar(value / largest, bar_width);
    row.insert(row.begin() + behind, std::move(cell));
  }
}

}  // namespace topos
