// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid()) return undefined_value;
  const double least = std::min(t.E11(), t.E21());
  if (!(least > 1)) return undefined_value;
  const double ll2 = 2 * (deviance(t.O11, t.E11()) + deviance(t.O21, t.E21()));
  return ll2 / (t.N() * std::log(least));
}

constexpr Variant variants[] = {
    {"ell", "ll2 / (N ln min(E11, E21))", value},
};

}  // namespace

namespace measures {
constinit const Measure ell{
    .id = "ell",
    .family = Family::association,
    .use = "keyness",
    .title = "Effect size of log-likelihood",
    .unit = "share, 0 to 1",
    .domain = "R1 > 0, R2 > 0, the smaller of E11 and E21 above 1",
    .direction = "0 as expected, greater: farther from it; without sign",
    .zeros = "a zero cell adds nothing",
    .source = "Johnston, Berry and Mielke (2006)",
    .example = "O11=10 R1=1000 O21=40 R2=1000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
