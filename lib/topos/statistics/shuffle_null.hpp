// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace topos {

/// One document of a co-occurrence: `placed` things stand in `size` places, of which `marked` are near the other thing.
struct ShuffleStratum {
  double size = 0;
  double marked = 0;
  double placed = 0;
};

struct ShuffleNull {
  double mean;  ///< of all shuffles
  double p;     ///< two-sided: twice the smaller of the shares with as few and with as many, at most 1
};

/// Smallest p that is told apart from 0.
inline constexpr double least_shuffle_p = 1e-12;

/// Compares the number of things that stand on marked places with all ways of putting each document's things on its own
/// places. That number is a sum of hypergeometric ones, so that nothing has to be drawn. The order of the strata does
/// not matter. Domain: whole numbers, 0 <= marked, placed <= size; NaN without strata, and p is NaN where no shuffle
/// can give another number. Cost: for each stratum, the values it can take times those that the sum so far is likely to
/// take.
[[nodiscard]] ShuffleNull shuffle_null(double observed, std::vector<ShuffleStratum> strata);

}  // namespace topos
