// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.C1() > 0 ? t.O11 / std::sqrt(t.R1() * t.C1()) : undefined_value;
}

constexpr Variant variants[] = {
    {"gmean", "O11 / √(R1 C1)", value},
};

}  // namespace

namespace measures {
constinit const Measure gmean{
    .id = "gmean",
    .family = Family::association,
    .use = "association",
    .title = "Geometric mean of the two conditional shares",
    .unit = "share, 0 to 1",
    .domain = "R1 > 0, R2 > 0, C1 > 0",
    .direction = "0 never together, 1 never apart",
    .zeros = "0 at O11 = 0",
    .source = "Evert (2005)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
