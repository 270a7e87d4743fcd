// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double forward(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? t.O11 / t.R1() - t.O21 / t.R2() : undefined_value;
}

double backward(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() && t.C1() > 0 && t.C2() > 0 ? t.O11 / t.C1() - t.O12 / t.C2() : undefined_value;
}

constexpr Variant variants[] = {
    {"delta_p", "O11 / R1 - O21 / R2: column from row", forward},
    {"delta_p_backward", "O11 / C1 - O12 / C2: row from column", backward},
};

}  // namespace

namespace measures {
constinit const Measure delta_p{
    .id = "delta_p",
    .family = Family::association,
    .use = "both",
    .title = "ΔP, how much one predicts the other",
    .unit = "difference of shares, -1 to 1",
    .domain = "R1 > 0, R2 > 0; delta_p_backward: C1 > 0, C2 > 0",
    .direction = "0 no help, 1 sure presence, -1 sure absence",
    .zeros = "zero cells are used as they are",
    .source = "Gries (2013)",
    .example = "O11=5610 O12=168938 O21=2257 O22=10233063",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
