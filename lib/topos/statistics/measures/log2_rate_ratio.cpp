// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  return std::log2((x.target.all_hits() + 0.5) / x.target.all_words() /
                   ((x.reference.all_hits() + 0.5) / x.reference.all_words()));
}

constexpr Variant variants[] = {
    {"log2_rate_ratio", "log2((target hits + 0.5) / target words / ((reference hits + 0.5) / reference words))", value},
};

}  // namespace

namespace measures {
constinit const Measure log2_rate_ratio{
    .id = "log2_rate_ratio",
    .family = Family::samples,
    .use = "",
    .title = "Logarithm of the ratio of pooled rates",
    .unit = "bits",
    .domain = "documents in both groups, each with words",
    .direction = "0 equal, each 1 more: twice the rate in the target",
    .zeros = "0.5 is added to both numbers of hits",
    .source = "Haldane (1956); Hardie (2014)",
    .example = "target=4 target_words=2515 reference=12 reference_words=923",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
