// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double unsigned_value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid()) return undefined_value;
  return 2 * (deviance(t.O11, t.E11()) + deviance(t.O21, t.E21()));
}

double signed_value(const ContingencyTable& t, const AssociationSettings& s) {
  return direction(t) < 0 ? -unsigned_value(t, s) : unsigned_value(t, s);
}

constexpr Variant variants[] = {
    {"ll2", "2 (O11 ln(O11 / E11) + O21 ln(O21 / E21))", unsigned_value},
    {"ll2_signed", "ll2, negative where O11 < E11", signed_value},
};

}  // namespace

namespace measures {
constinit const Measure ll2{
    .id = "ll2",
    .family = Family::association,
    .use = "keyness",
    .title = "Log-likelihood ratio over the two cells of the feature",
    .unit = "none; chi-square with 1 degree of freedom, nearly",
    .domain = "R1 > 0, R2 > 0",
    .direction = "0 as expected, greater: farther from it; without sign",
    .zeros = "a zero cell adds nothing",
    .source = "Rayson and Garside (2000)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
