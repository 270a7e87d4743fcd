// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

/// The statistic when each cell moves by `correction` towards its expectation.
double corrected(const ContingencyTable& t, double correction) {
  if (!t.is_valid() || t.C1() == 0 || t.C2() == 0) return undefined_value;
  const double distance = std::abs(t.O11 * t.O22 - t.O12 * t.O21) - correction * t.N();
  // Divided one by one: the product of four margins leaves the range of doubles last.
  return distance / t.R1() * (distance / t.R2()) / t.C1() * (t.N() / t.C2());
}

double plain(const ContingencyTable& t, const AssociationSettings&) { return corrected(t, 0); }

double yates(const ContingencyTable& t, const AssociationSettings&) { return corrected(t, 0.5); }

double limited(const ContingencyTable& t, const AssociationSettings&) {
  return corrected(t, std::min(0.5, std::abs(t.O11 * t.O22 - t.O12 * t.O21) / t.N()));
}

constexpr Variant variants[] = {
    {"chi2", "N (O11 O22 - O12 O21)² / (R1 R2 C1 C2)", plain},
    {"chi2_yates", "N (abs(O11 O22 - O12 O21) - N / 2)² / (R1 R2 C1 C2)", yates},
    {"chi2_yates_limited", "as chi2_yates, the correction at most abs(O11 - E11) in each cell (R's chisq.test)",
     limited},
};

}  // namespace

namespace measures {
constinit const Measure chi2{
    .id = "chi2",
    .family = Family::association,
    .use = "both",
    .title = "Pearson's chi-square",
    .unit = "none; chi-square with 1 degree of freedom",
    .domain = "R1 > 0, R2 > 0, C1 > 0, C2 > 0",
    .direction = "0 as expected, greater: farther from it; without sign",
    .zeros = "zero cells are used as they are",
    .source = "Pearson (1900); Yates (1934)",
    .example = "O11=7 O12=3 O21=2 O22=7",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
