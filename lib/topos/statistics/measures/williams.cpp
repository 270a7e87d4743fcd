// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0 || t.C2() == 0) return undefined_value;
  // The differences of observed and expected add up to 0, so deviances may stand for O ln(O / E).
  const double sum =
      deviance(t.O11, t.E11()) + deviance(t.O12, t.E12()) + deviance(t.O21, t.E21()) + deviance(t.O22, t.E22());
  const double rows = t.N() / t.R1() + t.N() / t.R2() - 1;
  const double columns = t.N() / t.C1() + t.N() / t.C2() - 1;
  return 2 * sum / (1 + rows * columns / (6 * t.N()));
}

constexpr Variant variants[] = {
    {"williams", "ll4 / q with q = 1 + (N / R1 + N / R2 - 1) (N / C1 + N / C2 - 1) / (6 N)", value},
};

}  // namespace

namespace measures {
constinit const Measure williams{
    .id = "williams",
    .family = Family::association,
    .use = "both",
    .title = "Log-likelihood ratio with Williams's correction",
    .unit = "none; chi-square with 1 degree of freedom",
    .domain = "R1 > 0, R2 > 0, C1 > 0, C2 > 0",
    .direction = "0 as expected, greater: farther from it; without sign",
    .zeros = "a zero cell adds nothing",
    .source = "Williams (1976)",
    .example = "O11=7 O12=3 O21=2 O22=7",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
