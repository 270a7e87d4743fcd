// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid() || p.counts.size() < 2) return undefined_value;
  const Moments m = moments(p.rates());
  return 1 - m.deviation / m.mean / std::sqrt(static_cast<double>(p.counts.size() - 1));
}

constexpr Variant variants[] = {
    {"juilland_d", "1 - vc_rates / √(parts - 1)", value},
};

}  // namespace

namespace measures {
constinit const Measure juilland_d{
    .id = "juilland_d",
    .family = Family::dispersion,
    .use = "",
    .title = "Juilland's D",
    .unit = "share, 0 to 1",
    .domain = "at least two parts, sizes > 0, at least one occurrence",
    .direction = "1 even, 0 all in one part",
    .zeros = "parts without the feature count as 0",
    .source = "Juilland and Chang-Rodríguez (1964); rates where sizes differ",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
