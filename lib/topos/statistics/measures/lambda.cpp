// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double lambda(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? std::log((t.O11 + 0.5) / (t.O12 + 0.5) * ((t.O22 + 0.5) / (t.O21 + 0.5))) : undefined_value;
}

double score(const ContingencyTable& t, const AssociationSettings& s) {
  return lambda(t, s) / std::sqrt(1 / (t.O11 + 0.5) + 1 / (t.O12 + 0.5) + 1 / (t.O21 + 0.5) + 1 / (t.O22 + 0.5));
}

constexpr Variant variants[] = {
    {"lambda", "ln((O11 + 0.5) (O22 + 0.5) / ((O12 + 0.5) (O21 + 0.5)))", lambda},
    {"lambda_z", "lambda / sqrt(sum of 1 / (Oij + 0.5) over the four cells)", score},
};

}  // namespace

namespace measures {
constinit const Measure lambda{
    .id = "lambda",
    .family = Family::association,
    .use = "both",
    .title = "Lambda, the interaction of a log-linear model",
    .unit = "natural logarithm, or standard errors",
    .domain = "R1 > 0, R2 > 0",
    .direction = "0 independent, greater: more often together or in the target",
    .zeros = "0.5 is added to each cell",
    .source = "Blaheta and Johnson (2001)",
    .example = "O11=2 R1=2 C1=2 N=9",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
