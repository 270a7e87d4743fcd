// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double plain(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? defined_or_nan(t.O11 / t.O12 * (t.O22 / t.O21)) : undefined_value;
}

double logarithm(const ContingencyTable& t, const AssociationSettings& s) {
  return defined_or_nan(std::log2(plain(t, s)));
}

double haldane(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? std::log2((t.O11 + 0.5) / (t.O12 + 0.5) * ((t.O22 + 0.5) / (t.O21 + 0.5))) : undefined_value;
}

constexpr Variant variants[] = {
    {"odds_ratio", "O11 O22 / (O12 O21)", plain},
    {"log2_odds_ratio", "log2 of odds_ratio", logarithm},
    {"log2_odds_ratio_haldane", "log2 of odds_ratio with 0.5 added to each cell", haldane},
};

}  // namespace

namespace measures {
constinit const Measure odds_ratio{
    .id = "odds_ratio",
    .family = Family::association,
    .use = "both",
    .title = "Odds ratio",
    .unit = "ratio, or bits",
    .domain = "O12 > 0, O21 > 0; log2_odds_ratio: all cells > 0; log2_odds_ratio_haldane: R1 > 0, R2 > 0",
    .direction = "1 (0 bits) independent, greater: more often together or in the target",
    .zeros = "undefined; log2_odds_ratio_haldane adds 0.5 to each cell",
    .source = "Cornfield (1951); Haldane (1956); Pojanapunya and Watson Todd (2018)",
    .example = "O11=16217 R1=2796938 O21=735 R2=2087946",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
