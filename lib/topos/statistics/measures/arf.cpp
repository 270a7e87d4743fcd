// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Occurrences& o) {
  if (o.positions.empty()) return undefined_value;
  const double even = static_cast<double>(o.size) / static_cast<double>(o.positions.size());
  double sum = 0;
  for (const double distance : o.distances()) sum += std::min(distance, even);
  return sum / even;
}

constexpr Variant variants[] = {
    {"arf", "Σ min(distance, v) / v with v = size / occurrences", value},
};

}  // namespace

namespace measures {
constinit const Measure arf{
    .id = "arf",
    .family = Family::dispersion,
    .use = "",
    .title = "Average reduced frequency",
    .unit = "occurrences",
    .domain = "at least one occurrence",
    .direction = "the frequency where evenly spread, 1 where all occur together",
    .zeros = "undefined without occurrences",
    .source = "Savický and Hlaváčová (2002)",
    .example = "size=50 positions=1,11,13,22,24,29,31,34,37,38,41,43,44,47,49",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
