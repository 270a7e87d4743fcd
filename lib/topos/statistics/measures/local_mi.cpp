// SPDX-License-Identifier: Apache-2.0
#include <numbers>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.C1() > 0 ? x_log_ratio(t.O11, t.E11()) * std::numbers::log2e : undefined_value;
}

constexpr Variant variants[] = {
    {"local_mi", "O11 log2(O11 / E11)", value},
};

}  // namespace

namespace measures {
constinit const Measure local_mi{
    .id = "local_mi",
    .family = Family::association,
    .use = "association",
    .title = "Local mutual information",
    .unit = "bits times occurrences",
    .domain = "R1 > 0, R2 > 0, C1 > 0",
    .direction = "0 as expected, above 0: more often, below 0: more rarely",
    .zeros = "0 at O11 = 0, its limit",
    .source = "Evert (2005)",
    .example = "O11=20 R1=42 C1=20 N=14307668",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
