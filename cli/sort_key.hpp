// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos::cli {

/// The number of the column that --sort names: first those every table of the command has, then the measures.
/// Errors: Errc::usage, listing them.
[[nodiscard]] std::size_t sort_key(const std::string& name, std::span<const std::string_view> fixed,
                                   const std::vector<const Variant*>& measures);

/// Largest first, undefined last: whether that alone decides the order of `x` and `y`, and how.
[[nodiscard]] inline int compare_keys(double x, double y) {
  if (std::isnan(x) || std::isnan(y)) return static_cast<int>(std::isnan(x)) - static_cast<int>(std::isnan(y));
  return static_cast<int>(x < y) - static_cast<int>(x > y);
}

/// Leaves the first `limit` of the neighbouring lines that belong together; 0: all.
template <class Line, class Together>
void limit_runs(std::vector<Line>& lines, std::int64_t limit, const Together& together) {
  if (limit == 0) return;
  const Line* before = nullptr;
  std::int64_t shown = 0;
  std::vector<Line> kept;
  for (const Line& line : lines) {
    if (before == nullptr || !together(*before, line)) shown = 0;
    before = &line;
    if (++shown <= limit) kept.push_back(line);
  }
  lines = std::move(kept);
}

}  // namespace topos::cli
