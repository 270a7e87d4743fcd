// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numbers>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  const double count = p.count();
  const double size = p.size();
  double sum = 0;
  for (std::size_t i = 0; i < p.counts.size(); ++i) sum += x_log_ratio(p.counts[i] / count, p.sizes[i] / size);
  return std::max(0.0, sum) * std::numbers::log2e;
}

double share(const Parts& p) { return 1 / (1 + value(p)); }

constexpr Variant variants[] = {
    {"kld", "Σ v log2(v / s), v and s the shares of counts and sizes", value},
    {"d_kl", "1 / (1 + kld)", share},
};

}  // namespace

namespace measures {
constinit const Measure kld{
    .id = "kld",
    .family = Family::dispersion,
    .use = "",
    .title = "Kullback-Leibler divergence from the parts' sizes",
    .unit = "bits; d_kl: share, 0 to 1",
    .domain = "sizes > 0, at least one occurrence",
    .direction = "kld: 0 even; d_kl: 1 even, towards 0 in few small parts",
    .zeros = "a part without the feature adds nothing",
    .source = "Gries (2020, 2024)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
