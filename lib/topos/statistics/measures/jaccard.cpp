// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ContingencyTable& t, const AssociationSettings&) {
  return t.is_valid() ? t.O11 / (t.O11 + t.O12 + t.O21) : undefined_value;
}

constexpr Variant variants[] = {
    {"jaccard", "O11 / (O11 + O12 + O21)", value},
};

}  // namespace

namespace measures {
constinit const Measure jaccard{
    .id = "jaccard",
    .family = Family::association,
    .use = "association",
    .title = "Jaccard coefficient of a table",
    .unit = "share, 0 to 1",
    .domain = "R1 > 0, R2 > 0",
    .direction = "0 never together, 1 never apart",
    .zeros = "0 at O11 = 0",
    .source = "Jaccard (1912)",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
