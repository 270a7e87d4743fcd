// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  const double size = p.size();
  double sum = 0;
  for (std::size_t i = 0; i < p.counts.size(); ++i) sum += std::sqrt(p.counts[i] * (p.sizes[i] / size));
  return sum * sum / p.count();
}

constexpr Variant variants[] = {
    {"rosengren_s", "(Σ √(count · size / all sizes))² / all counts", value},
};

}  // namespace

namespace measures {
constinit const Measure rosengren_s{
    .id = "rosengren_s",
    .family = Family::dispersion,
    .use = "",
    .title = "Rosengren's S",
    .unit = "share, 0 to 1",
    .domain = "sizes > 0, at least one occurrence",
    .direction = "1 even, least size / all: all in the smallest part",
    .zeros = "a part without the feature adds nothing",
    .source = "Rosengren (1971)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
