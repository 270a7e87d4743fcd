// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "options.hpp"

namespace topos::cli {

/// How probabilities are corrected for the number of tests: --adjust.
struct AdjustGroup {
  std::string method = "holm";

  void declare(Options& options);
  /// NaNs stay and are not counted.
  [[nodiscard]] std::vector<double> adjusted(std::span<const double> p) const;
};

}  // namespace topos::cli
