// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numeric>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid() || p.counts.size() < 2) return undefined_value;
  const std::vector<double> rates = p.rates();
  const double sum = std::accumulate(rates.begin(), rates.end(), 0.0);
  double entropy = 0;
  for (const double rate : rates) entropy -= x_log_ratio(rate / sum, 1);
  return entropy / std::log(static_cast<double>(rates.size()));
}

constexpr Variant variants[] = {
    {"carroll_d2", "entropy of the rates' shares / log of the number of parts", value},
};

}  // namespace

namespace measures {
constinit const Measure carroll_d2{
    .id = "carroll_d2",
    .family = Family::dispersion,
    .use = "",
    .title = "Carroll's D2",
    .unit = "share, 0 to 1",
    .domain = "at least two parts, sizes > 0, at least one occurrence",
    .direction = "1 even, 0 all in one part",
    .zeros = "a part without the feature adds nothing",
    .source = "Carroll (1970)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
