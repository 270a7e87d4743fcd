// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "topos/statistics/distributions.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

/// The lower limit of O11's share of `a` and `b` occurrences, as log ratio for sizes `m` and `n`.
double poisson_limit(double a, double b, double m, double n, double level) {
  if (a == 0) return 0;
  const double share = beta_quantile(level, a, b + 1);
  return std::max(0.0, std::log2(share / (1 - share) * (n / m)));
}

double poisson(const ContingencyTable& t, const AssociationSettings& s) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  const double level = s.alpha / s.tests / 2;
  if (direction(t) < 0) return -poisson_limit(t.O21, t.O11, t.R2(), t.R1(), level);
  return poisson_limit(t.O11, t.O21, t.R1(), t.R2(), level);
}

double normal(const ContingencyTable& t, const AssociationSettings& s) {
  if (!t.is_valid() || t.C1() == 0) return undefined_value;
  const double a = t.O11 == 0 ? 0.5 : t.O11;
  const double b = t.O21 == 0 ? 0.5 : t.O21;
  const double ratio = std::log2(a / t.R1() / (b / t.R2()));
  const double error = std::sqrt(1 / a + 1 / b - 1 / t.R1() - 1 / t.R2()) * std::numbers::log2e;
  const double limit = std::max(0.0, std::abs(ratio) + normal_quantile(s.alpha / s.tests / 2) * error);
  return ratio < 0 ? -limit : limit;
}

constexpr Variant variants[] = {
    {"conservative_log_ratio", "exact limit of O11 given O11 + O21 at alpha / (2 tests), as log ratio", poisson},
    {"conservative_log_ratio_normal", "log ratio less z √(1/O11 + 1/O21 - 1/R1 - 1/R2) / ln 2", normal},
};

}  // namespace

namespace measures {
constinit const Measure conservative_log_ratio{
    .id = "conservative_log_ratio",
    .family = Family::association,
    .use = "both",
    .title = "Conservative log ratio",
    .unit = "bits",
    .domain = "R1 > 0, R2 > 0, O11 + O21 > 0",
    .direction = "the end nearer to 0 of the interval of the log ratio; 0 if the interval holds 0",
    .zeros = "Poisson: as they are; normal: a zero becomes 0.5",
    .source = "Evert (2022); Hardie (2014)",
    .example = "O11=1189 R1=168329 C1=2157 N=19720567 tests=599",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
