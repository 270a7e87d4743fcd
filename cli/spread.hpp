// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/statistics/dispersion.hpp"

namespace topos::cli {

/// How evenly hits lie over parts of a text.
struct Spread {
  double dp_norm = 0;  ///< Gries' normalised deviation of proportions; NaN without hits
  bool few = false;    ///< fewer hits than parts, which cannot lie evenly (W24)

  /// Whether few parts hold most hits (W06).
  [[nodiscard]] bool is_local() const noexcept { return !few && dp_norm > 0.5; }
};
[[nodiscard]] Spread spread_over(const Parts& parts);

}  // namespace topos::cli
