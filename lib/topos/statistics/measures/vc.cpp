// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double of_counts(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  const Moments m = moments(p.counts);
  return m.deviation / m.mean;
}

double of_rates(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  const Moments m = moments(p.rates());
  return m.deviation / m.mean;
}

constexpr Variant variants[] = {
    {"vc", "sd / mean of the counts", of_counts},
    {"vc_rates", "as vc, of the rates count / size", of_rates},
};

}  // namespace

namespace measures {
constinit const Measure vc{
    .id = "vc",
    .family = Family::dispersion,
    .use = "",
    .title = "Variation coefficient",
    .unit = "share of the mean",
    .domain = "sizes > 0, at least one occurrence",
    .direction = "0 as many in each part, greater: less even",
    .zeros = "parts without the feature count as 0",
    .source = "Gries (2008)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
