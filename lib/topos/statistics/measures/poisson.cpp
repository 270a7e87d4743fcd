// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/distributions.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double plain(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.C1() > 0 ? poisson_upper(t.O11, t.E11()) : undefined_value;
}

double log10_tail(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.C1() > 0 ? log10_poisson_upper(t.O11, t.E11()) : undefined_value;
}

constexpr Variant variants[] = {
    {"poisson", "P(X >= O11), X Poisson with mean E11", plain},
    {"poisson_log10", "log10 P(X >= O11), finite below 1e-300", log10_tail},
};

}  // namespace

namespace measures {
constinit const Measure poisson{
    .id = "poisson",
    .family = Family::association,
    .use = "association",
    .title = "Poisson test",
    .unit = "probability, or its logarithm to the base 10",
    .domain = "whole O11, R1 > 0, R2 > 0, C1 > 0",
    .direction = "near 0: more joint occurrences than expected",
    .zeros = "1 at O11 = 0",
    .source = "Quasthoff and Wolff (2002); Evert (2005)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
