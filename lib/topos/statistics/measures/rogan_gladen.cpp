// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ObservedRate& o) {
  const auto is_share = [](double share) { return share >= 0 && share <= 1; };
  const double power = o.sensitivity + o.specificity - 1;
  if (!is_share(o.rate) || !is_share(o.sensitivity) || !is_share(o.specificity) || !(power > 0)) return undefined_value;
  return std::clamp((o.rate + o.specificity - 1) / power, 0.0, 1.0);
}

constexpr Variant variants[] = {
    {"rogan_gladen", "(rate + specificity - 1) / (sensitivity + specificity - 1)", value},
};

}  // namespace

namespace measures {
constinit const Measure rogan_gladen{
    .id = "rogan_gladen",
    .family = Family::agreement,
    .use = "",
    .title = "Rate corrected for misclassification",
    .unit = "share, 0 to 1",
    .domain = "sensitivity + specificity > 1, all from 0 to 1",
    .direction = "the rate that the errors leave behind the observed one",
    .zeros = "the result is kept from 0 to 1",
    .source = "Rogan and Gladen (1978)",
    .example = "rate=0.3 sensitivity=0.8 specificity=0.95",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
