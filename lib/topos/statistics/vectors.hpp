// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace topos {

/// Two profiles over the same features, or two lists in the order of their ranks.
struct VectorPair {
  std::span<const double> a;
  std::span<const double> b;
  std::span<const double> scale;  ///< of each feature in the whole corpus: range (gower), deviation (burrows_delta)
  double persistence = 0.9;       ///< weight of each rank against the one above it (rbo)
};

/// Mean of abs(a - b) / scale over the features whose scale is above 0.   Domain: one length, such a feature; NaN
/// otherwise.
[[nodiscard]] double mean_scaled_difference(const VectorPair& pair);

using VectorFunction = double (*)(const VectorPair& pair);

}  // namespace topos
