// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0 || t.C2() == 0) return undefined_value;
  const double distance = t.O11 * t.O22 - t.O12 * t.O21;
  return distance / t.R1() * (distance / t.R2()) / t.C1() / t.C2();
}

constexpr Variant variants[] = {
    {"phi2", "chi2 / N", value},
};

}  // namespace

namespace measures {
constinit const Measure phi2{
    .id = "phi2",
    .family = Family::association,
    .use = "both",
    .title = "Mean square contingency (φ²)",
    .unit = "share, 0 to 1",
    .domain = "R1 > 0, R2 > 0, C1 > 0, C2 > 0",
    .direction = "0 independent, 1 the one never without the other",
    .zeros = "zero cells are used as they are",
    .source = "Pearson (1904); Gale and Church (1991)",
    .example = "O11=31950 O12=12004 O21=4793 O22=848330",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
