// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double unsigned_value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  return 2 * deviance(t.O11, t.E11());
}

double signed_value(const ContingencyTable& t, const AssociationSettings& s) {
  return direction(t) < 0 ? -unsigned_value(t, s) : unsigned_value(t, s);
}

constexpr Variant variants[] = {
    {"simple_ll", "2 (O11 ln(O11 / E11) - (O11 - E11))", unsigned_value},
    {"simple_ll_signed", "simple_ll, negative where O11 < E11", signed_value},
};

}  // namespace

namespace measures {
constinit const Measure simple_ll{
    .id = "simple_ll",
    .family = Family::association,
    .use = "association",
    .title = "Simple log-likelihood",
    .unit = "none",
    .domain = "R1 > 0, R2 > 0, C1 > 0",
    .direction = "0 as expected, greater: farther from it; without sign",
    .zeros = "at O11 = 0 it is 2 E11",
    .source = "Evert (2008)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
