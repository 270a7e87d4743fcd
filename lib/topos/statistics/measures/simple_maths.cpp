// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings& s) {
  if (!t.is_valid() || !(s.k > 0)) return undefined_value;
  return (1e6 * t.O11 / t.R1() + s.k) / (1e6 * t.O21 / t.R2() + s.k);
}

constexpr Variant variants[] = {
    {"simple_maths", "(1e6 O11 / R1 + k) / (1e6 O21 / R2 + k)", value},
};

}  // namespace

namespace measures {
constinit const Measure simple_maths{
    .id = "simple_maths",
    .family = Family::association,
    .use = "keyness",
    .title = "Simple maths",
    .unit = "ratio",
    .domain = "R1 > 0, R2 > 0, k > 0",
    .direction = "1 equal, greater: more often in the target; great k favours frequent features",
    .zeros = "k stands in for them",
    .source = "Kilgarriff (2009)",
    .example = "O11=35 R1=112289776 O21=263 R2=1559716979 k=1",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
