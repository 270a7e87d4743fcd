// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.O11 > 0 ? (t.O11 - t.E11()) / std::sqrt(t.O11) : undefined_value;
}

constexpr Variant variants[] = {
    {"t", "(O11 - E11) / √O11", value},
};

}  // namespace

namespace measures {
constinit const Measure t{
    .id = "t",
    .family = Family::association,
    .use = "association",
    .title = "t-score",
    .unit = "standard deviations, nearly",
    .domain = "O11 > 0, R1 > 0, R2 > 0",
    .direction = "0 as expected, above 0: more often, below 0: more rarely",
    .zeros = "undefined at O11 = 0",
    .source = "Church, Gale, Hanks and Hindle (1991)",
    .example = "O11=20 R1=42 C1=20 N=14307668",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
