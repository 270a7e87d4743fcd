// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/distributions.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid()) return undefined_value;
  if (direction(t) < 0) return log10_hypergeometric_upper(t.O21, t.N(), t.R2(), t.C1());
  // Not -0 where the feature is everywhere as expected.
  return 0 - log10_hypergeometric_upper(t.O11, t.N(), t.R1(), t.C1());
}

constexpr Variant variants[] = {
    {"specificity", "-log10 P(X >= O11) above E11, log10 P(X <= O11) below, X hypergeometric", value},
};

}  // namespace

namespace measures {
constinit const Measure specificity{
    .id = "specificity",
    .family = Family::association,
    .use = "keyness",
    .title = "Specificity",
    .unit = "powers of ten",
    .domain = "whole cells, R1 > 0, R2 > 0",
    .direction = "above 0: the rarer by chance, the greater where the feature is more frequent; below 0: where less",
    .zeros = "zero cells are used as they are",
    .source = "Lafon (1980)",
    .example = "O11=11 R1=1084 C1=296 N=61449",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
