// SPDX-License-Identifier: Apache-2.0
#include "spread.hpp"

#include "topos/statistics/measure.hpp"

namespace topos::cli {

Spread spread_over(const Parts& parts) {
  return {std::get<DispersionFunction>(find_measure("dp_norm").variant->function)(parts),
          parts.count() < static_cast<double>(parts.sizes.size())};
}

}  // namespace topos::cli
