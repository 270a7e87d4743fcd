// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0 || t.C2() == 0) return undefined_value;
  return (t.O11 * t.O22 - t.O12 * t.O21) / t.C1() / t.C2();
}

constexpr Variant variants[] = {
    {"liddell", "(O11 O22 - O12 O21) / (C1 C2)", value},
};

}  // namespace

namespace measures {
constinit const Measure liddell{
    .id = "liddell",
    .family = Family::association,
    .use = "association",
    .title = "Liddell's difference of proportions",
    .unit = "difference of shares, -1 to 1",
    .domain = "R1 > 0, R2 > 0, C1 > 0, C2 > 0",
    .direction = "0 independent, above 0: more often together",
    .zeros = "zero cells are used as they are",
    .source = "Liddell (1976)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
