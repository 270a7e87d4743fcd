// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? defined_or_nan(t.O11 / t.R1() / (t.O21 / t.R2())) : undefined_value;
}

constexpr Variant variants[] = {
    {"relative_risk", "(O11 / R1) / (O21 / R2)", value},
};

}  // namespace

namespace measures {
constinit const Measure relative_risk{
    .id = "relative_risk",
    .family = Family::association,
    .use = "both",
    .title = "Relative risk",
    .unit = "ratio",
    .domain = "O21 > 0, R1 > 0, R2 > 0",
    .direction = "1 equal, 2 twice as often in the target (beside the node)",
    .zeros = "undefined at O21 = 0",
    .source = "Evert (2005)",
    .example = "O11=10 R1=1000 O21=40 R2=1000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
