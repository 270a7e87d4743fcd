// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double score(const ContingencyTable& t, double correction) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  return (t.O11 - direction(t) * correction - t.E11()) / std::sqrt(t.E11());
}

double plain(const ContingencyTable& t, const AssociationSettings&) { return score(t, 0); }

double corrected(const ContingencyTable& t, const AssociationSettings&) { return score(t, 0.5); }

constexpr Variant variants[] = {
    {"z", "(O11 - E11) / √E11", plain},
    {"z_corrected", "as z, with O11 moved by 0.5 towards E11 (Yates)", corrected},
};

}  // namespace

namespace measures {
constinit const Measure z{
    .id = "z",
    .family = Family::association,
    .use = "association",
    .title = "z-score",
    .unit = "standard deviations, nearly",
    .domain = "R1 > 0, R2 > 0, C1 > 0",
    .direction = "0 as expected, above 0: more often, below 0: more rarely",
    .zeros = "-√E11 at O11 = 0",
    .source = "Berry-Rogghe (1973); Evert (2005) for the correction",
    .example = "O11=1 R1=15334 C1=2 N=191998",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
