// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double hardie(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  const auto without_zero = [](double count) { return count == 0 ? 0.5 : count; };
  return std::log2(without_zero(t.O11) / t.R1() / (without_zero(t.O21) / t.R2()));
}

double walter(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid()) return undefined_value;
  return std::log2((t.O11 + 0.5) / (t.R1() + 0.5) / ((t.O21 + 0.5) / (t.R2() + 0.5)));
}

constexpr Variant variants[] = {
    {"log_ratio", "log2((O11 / R1) / (O21 / R2))", hardie},
    {"log_ratio_walter", "log2(((O11 + 0.5) / (R1 + 0.5)) / ((O21 + 0.5) / (R2 + 0.5)))", walter},
};

}  // namespace

namespace measures {
constinit const Measure log_ratio{
    .id = "log_ratio",
    .family = Family::association,
    .use = "both",
    .title = "Log ratio of relative frequencies",
    .unit = "bits",
    .domain = "R1 > 0, R2 > 0; the variant hardie also O11 + O21 > 0",
    .direction = "0 equal, each 1 more: twice as often in the target (beside the node)",
    .zeros = "log_ratio: a zero becomes 0.5; log_ratio_walter: 0.5 is added to all counts and sizes",
    .source = "Hardie (2014); Walter (1975)",
    .example = "O11=1189 R1=168329 C1=2157 N=19720567",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
