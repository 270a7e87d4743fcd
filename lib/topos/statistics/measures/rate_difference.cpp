// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  return 1000 * (x.target.all_hits() / x.target.all_words() - x.reference.all_hits() / x.reference.all_words());
}

constexpr Variant variants[] = {
    {"rate_difference", "1000 (target hits / target words - reference hits / reference words)", value},
};

}  // namespace

namespace measures {
constinit const Measure rate_difference{
    .id = "rate_difference",
    .family = Family::samples,
    .use = "",
    .title = "Difference of pooled rates",
    .unit = "hits per 1000 words",
    .domain = "documents in both groups, each with words",
    .direction = "0 equal, above 0: more in the target",
    .zeros = "groups without hits have the rate 0",
    .source = "Newcombe (1998)",
    .example = "target=4 target_words=2515 reference=12 reference_words=923",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
