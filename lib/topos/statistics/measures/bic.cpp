// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid()) return undefined_value;
  return 2 * (deviance(t.O11, t.E11()) + deviance(t.O21, t.E21())) - std::log(t.N());
}

constexpr Variant variants[] = {
    {"bic", "ll2 - ln N", value},
};

}  // namespace

namespace measures {
constinit const Measure bic{
    .id = "bic",
    .family = Family::association,
    .use = "keyness",
    .title = "Bayesian information criterion of a difference",
    .unit = "none",
    .domain = "R1 > 0, R2 > 0",
    .direction = "above 0: for a difference, above 10 very strongly; below 0: for none",
    .zeros = "a zero cell adds nothing",
    .source = "Wilson (2013)",
    .example = "O11=10 R1=1000 O21=40 R2=1000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
