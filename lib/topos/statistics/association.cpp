// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/association.hpp"

#include <cmath>

namespace topos {

bool ContingencyTable::is_valid() const {
  const bool cells = O11 >= 0 && O12 >= 0 && O21 >= 0 && O22 >= 0;
  return cells && std::isfinite(N()) && R1() > 0 && R2() > 0;
}

int direction(const ContingencyTable& table) {
  // Cross products are exact for counts below 2^26, so equal rates give 0.
  const double difference = table.O11 * table.O22 - table.O12 * table.O21;
  return (difference > 0) - (difference < 0);
}

double x_log_ratio(double x, double expected) { return x > 0 ? x * std::log(x / expected) : 0; }

}  // namespace topos
