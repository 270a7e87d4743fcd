// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  const double count = p.count();
  const double size = p.size();
  double chi2 = 0;
  for (std::size_t i = 0; i < p.counts.size(); ++i) {
    const double expected = count * (p.sizes[i] / size);
    chi2 += (p.counts[i] - expected) * (p.counts[i] - expected) / expected;
  }
  return 1 - chi2 / (4 * count);
}

constexpr Variant variants[] = {
    {"lyne_d3", "1 - χ² / (4 all counts), χ² against counts in proportion to sizes", value},
};

}  // namespace

namespace measures {
constinit const Measure lyne_d3{
    .id = "lyne_d3",
    .family = Family::dispersion,
    .use = "",
    .title = "Lyne's D3",
    .unit = "share, at most 1",
    .domain = "sizes > 0, at least one occurrence",
    .direction = "1 even; may fall below 0 with many parts",
    .zeros = "parts without the feature count as 0",
    .source = "Lyne (1985)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
