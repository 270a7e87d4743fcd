// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/vectors.hpp"

#include <cmath>

#include "topos/base/number.hpp"

namespace topos {

double mean_scaled_difference(const VectorPair& pair) {
  if (pair.a.size() != pair.b.size() || pair.a.size() != pair.scale.size()) return undefined;
  double sum = 0;
  double features = 0;
  for (std::size_t i = 0; i < pair.a.size(); ++i) {
    if (!(pair.scale[i] > 0)) continue;
    sum += std::abs(pair.a[i] - pair.b[i]) / pair.scale[i];
    ++features;
  }
  return features > 0 ? sum / features : undefined;
}

}  // namespace topos
