// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

template <int power>
double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.O11 == 0) return undefined_value;
  return std::log2(t.O11 / t.E11()) + (power - 1) * std::log2(t.O11);
}

constexpr Variant variants[] = {
    {"mi", "log2(O11 / E11)", value<1>},
    {"mi2", "log2(O11² / E11)", value<2>},
    {"mi3", "log2(O11³ / E11)", value<3>},
};

}  // namespace

namespace measures {
constinit const Measure mi{
    .id = "mi",
    .family = Family::association,
    .use = "association",
    .title = "Pointwise mutual information",
    .unit = "bits",
    .domain = "O11 > 0, R1 > 0, R2 > 0",
    .direction = "0 as expected, above 0: more often, below 0: more rarely; rare pairs come out high",
    .zeros = "undefined at O11 = 0",
    .source = "Church and Hanks (1990); Daille (1994)",
    .example = "O11=20 R1=42 C1=20 N=14307668",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
