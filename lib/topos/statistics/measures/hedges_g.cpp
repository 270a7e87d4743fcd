// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  const Moments target = moments(x.target.rates());
  const Moments reference = moments(x.reference.rates());
  const double m = static_cast<double>(x.target.hits.size());
  const double n = static_cast<double>(x.reference.hits.size());
  const double degrees = m + n - 2;
  if (degrees < 1) return undefined_value;
  const double squares = m * target.deviation * target.deviation + n * reference.deviation * reference.deviation;
  return defined_or_nan((1 - 3 / (4 * degrees - 1)) * (target.mean - reference.mean) / std::sqrt(squares / degrees));
}

constexpr Variant variants[] = {
    {"hedges_g", "(1 - 3 / (4 (m + n - 2) - 1)) (difference of means) / (pooled standard deviation)", value},
};

}  // namespace

namespace measures {
constinit const Measure hedges_g{
    .id = "hedges_g",
    .family = Family::samples,
    .use = "",
    .title = "Hedges' g of the documents' rates",
    .unit = "standard deviations",
    .domain = "documents in both groups, three in all, each with words; rates not all equal within both groups",
    .direction = "0 equal means, above 0: the target's is greater",
    .zeros = "documents without hits have the rate 0",
    .source = "Hedges (1981)",
    .example = "target=1,2,3,4 reference=3,4,5,6",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
