// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid() || p.counts.size() < 2) return undefined_value;
  std::vector<double> rates = p.rates();
  std::sort(rates.begin(), rates.end());
  const double n = static_cast<double>(rates.size());
  double differences = 0;
  double sum = 0;
  // In ascending order each value is added and taken away a known number of times: no need to visit pairs.
  for (std::size_t i = 0; i < rates.size(); ++i) {
    differences += rates[i] * (2 * static_cast<double>(i) - n + 1);
    sum += rates[i];
  }
  return 1 - differences / (n * (n - 1) / 2) / (2 * sum / n);
}

constexpr Variant variants[] = {
    {"da", "1 - mean absolute difference of pairs of rates / (2 mean rate)", value},
};

}  // namespace

namespace measures {
constinit const Measure da{
    .id = "da",
    .family = Family::dispersion,
    .use = "",
    .title = "Distributional advantage DA",
    .unit = "share, 0 to 1",
    .domain = "at least two parts, sizes > 0, at least one occurrence",
    .direction = "1 even, 0 and below: in few parts",
    .zeros = "parts without the feature count as 0",
    .source = "Burch, Egbert and Biber (2017)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
