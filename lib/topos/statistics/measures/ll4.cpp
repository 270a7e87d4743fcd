// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double unsigned_value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid()) return undefined_value;
  // The differences of observed and expected add up to 0, so deviances may stand for O ln(O / E).
  const double sum =
      deviance(t.O11, t.E11()) + deviance(t.O12, t.E12()) + deviance(t.O21, t.E21()) + deviance(t.O22, t.E22());
  return 2 * sum;
}

double signed_value(const ContingencyTable& t, const AssociationSettings& s) {
  return direction(t) < 0 ? -unsigned_value(t, s) : unsigned_value(t, s);
}

constexpr Variant variants[] = {
    {"ll4", "2 Σ O ln(O / E) over O11, O12, O21, O22", unsigned_value},
    {"ll4_signed", "ll4, negative where O11 < E11", signed_value},
};

}  // namespace

namespace measures {
constinit const Measure ll4{
    .id = "ll4",
    .family = Family::association,
    .use = "both",
    .title = "Log-likelihood ratio (G²) over four cells",
    .unit = "none; chi-square with 1 degree of freedom",
    .domain = "R1 > 0, R2 > 0",
    .direction = "0 as expected, greater: farther from it; without sign",
    .zeros = "a zero cell adds nothing",
    .source = "Dunning (1993); Evert (2005)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
