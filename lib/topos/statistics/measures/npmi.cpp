// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  if (t.O11 == 0) return -1;
  return std::log2(t.O11 / t.E11()) / -std::log2(t.O11 / t.N());
}

constexpr Variant variants[] = {
    {"npmi", "log2(O11 / E11) / -log2(O11 / N)", value},
};

}  // namespace

namespace measures {
constinit const Measure npmi{
    .id = "npmi",
    .family = Family::association,
    .use = "association",
    .title = "Normalised pointwise mutual information",
    .unit = "share, -1 to 1",
    .domain = "R1 > 0, R2 > 0, C1 > 0, O11 < N",
    .direction = "0 as expected, 1 always together, -1 never",
    .zeros = "-1 at O11 = 0, its limit",
    .source = "Bouma (2009)",
    .example = "O11=20 R1=42 C1=20 N=14307668",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
