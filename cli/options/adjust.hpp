// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "options.hpp"

namespace topos::cli {

/// How probabilities are corrected for the number of tests: --adjust.
struct AdjustGroup {
  std::string method = "holm";

  void declare(Options& options);
  /// Corrects `p` of each line into its `p_adjusted`; gives how many lines have a p. NaNs stay and are not counted.
  template <class Line>
  std::size_t adjust(std::vector<Line>& lines) const {
    std::vector<double> p;
    for (const Line& line : lines) p.push_back(line.p);
    p = adjusted(p);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].p_adjusted = p[i];
    return static_cast<std::size_t>(std::count_if(p.begin(), p.end(), [](double one) { return !std::isnan(one); }));
  }

 private:
  [[nodiscard]] std::vector<double> adjusted(std::span<const double> p) const;
};

}  // namespace topos::cli
