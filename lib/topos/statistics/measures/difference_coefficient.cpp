// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  const double target = t.O11 / t.R1();
  const double reference = t.O21 / t.R2();
  return (target - reference) / (target + reference);
}

constexpr Variant variants[] = {
    {"difference_coefficient", "(O11 / R1 - O21 / R2) / (O11 / R1 + O21 / R2)", value},
};

}  // namespace

namespace measures {
constinit const Measure difference_coefficient{
    .id = "difference_coefficient",
    .family = Family::association,
    .use = "keyness",
    .title = "Difference coefficient",
    .unit = "share, -1 to 1",
    .domain = "O11 + O21 > 0, R1 > 0, R2 > 0",
    .direction = "0 equal, 1 only in the target, -1 only in the reference",
    .zeros = "1 or -1",
    .source = "Hofland and Johansson (1982)",
    .example = "O11=18 R1=1000 O21=35 R2=1000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
