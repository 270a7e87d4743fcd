// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? 2 * t.O11 / (t.R1() + t.C1()) : undefined_value;
}

constexpr Variant variants[] = {
    {"dice", "2 O11 / (R1 + C1)", value},
};

}  // namespace

namespace measures {
constinit const Measure dice{
    .id = "dice",
    .family = Family::association,
    .use = "association",
    .title = "Dice coefficient",
    .unit = "share, 0 to 1",
    .domain = "R1 > 0, R2 > 0",
    .direction = "0 never together, 1 never apart",
    .zeros = "0 at O11 = 0",
    .source = "Dice (1945)",
    .example = "O11=130 R1=3121 C1=143 N=1000000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
