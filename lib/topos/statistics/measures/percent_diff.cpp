// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  if (!t.is_valid() || t.O21 == 0) return undefined_value;
  const double reference = t.O21 / t.R2();
  return 100 * (t.O11 / t.R1() - reference) / reference;
}

constexpr Variant variants[] = {
    {"percent_diff", "100 (O11 / R1 - O21 / R2) / (O21 / R2)", value},
};

}  // namespace

namespace measures {
constinit const Measure percent_diff{
    .id = "percent_diff",
    .family = Family::association,
    .use = "keyness",
    .title = "Difference of relative frequencies in per cent (%DIFF)",
    .unit = "per cent of the reference's relative frequency",
    .domain = "O21 > 0, R1 > 0, R2 > 0",
    .direction = "0 equal, 100 twice as often in the target, -100 absent from it",
    .zeros = "undefined at O21 = 0",
    .source = "Gabrielatos and Marchi (2012)",
    .example = "O11=206523 R1=959641000 O21=178174 R2=1562358000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
