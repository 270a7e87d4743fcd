// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.O11 > 0 ? 14 + std::log2(2 * t.O11 / (t.R1() + t.C1())) : undefined_value;
}

constexpr Variant variants[] = {
    {"log_dice", "14 + log2(2 O11 / (R1 + C1))", value},
};

}  // namespace

namespace measures {
constinit const Measure log_dice{
    .id = "log_dice",
    .family = Family::association,
    .use = "association",
    .title = "logDice",
    .unit = "bits above 2^-14",
    .domain = "O11 > 0, R1 > 0, R2 > 0",
    .direction = "14 never apart, 1 less: half as often together",
    .zeros = "undefined at O11 = 0",
    .source = "Rychlý (2008)",
    .example = "O11=8 R1=389 C1=230 N=100000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
