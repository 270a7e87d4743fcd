// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/rarefaction.hpp"

#include <algorithm>

namespace topos {

double drawn_hits(Random& random, double hits, double words, double drawn) {
  auto left = static_cast<std::uint32_t>(words);
  auto wanted = static_cast<std::uint32_t>(drawn);
  double found = 0;
  for (auto hit = static_cast<std::uint32_t>(std::min(hits, words)); hit > 0 && wanted > 0; --hit, --left) {
    if (random.below(left) >= wanted) continue;
    --wanted;
    ++found;
  }
  return found;
}

}  // namespace topos
