// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.O11 > 0 ? t.O11 * (std::log(t.O11) - std::log(t.E11()) - 1) : undefined_value;
}

constexpr Variant variants[] = {
    {"poisson_stirling", "O11 (ln O11 - ln E11 - 1)", value},
};

}  // namespace

namespace measures {
constinit const Measure poisson_stirling{
    .id = "poisson_stirling",
    .family = Family::association,
    .use = "association",
    .title = "Poisson likelihood with Stirling's approximation",
    .unit = "nats",
    .domain = "O11 > 0, R1 > 0, R2 > 0",
    .direction = "greater: less likely by chance",
    .zeros = "undefined at O11 = 0",
    .source = "Quasthoff and Wolff (2002)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
