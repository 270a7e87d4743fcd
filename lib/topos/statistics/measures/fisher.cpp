// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/distributions.hpp"
#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

bool is_whole(const ContingencyTable& t) {
  const auto whole = [](double cell) { return cell == std::floor(cell); };
  return t.is_valid() && whole(t.O11) && whole(t.O12) && whole(t.O21) && whole(t.O22);
}

/// The value beyond the other side of the mode from which on masses are at most `most`, going outward from `inside`
/// (whose mass is greater) to `outside`; `outside` moved one step farther if there is none.
double far_side(const ContingencyTable& t, double most, double inside, double outside) {
  const double step = outside < inside ? -1 : 1;
  const auto is_small = [&](double x) { return log_hypergeometric_mass(x, t.N(), t.R1(), t.C1()) <= most; };
  double near = 0;
  double far = std::abs(outside - inside) + 1;
  while (far - near > 1) {
    const double middle = std::floor((near + far) / 2);
    (is_small(inside + step * middle) ? far : near) = middle;
  }
  return inside + step * far;
}

double greater(const ContingencyTable& t, const AssociationSettings&) {
  return is_whole(t) ? hypergeometric_upper(t.O11, t.N(), t.R1(), t.C1()) : undefined_value;
}

double less(const ContingencyTable& t, const AssociationSettings&) {
  return is_whole(t) ? hypergeometric_lower(t.O11, t.N(), t.R1(), t.C1()) : undefined_value;
}

double log10_greater(const ContingencyTable& t, const AssociationSettings&) {
  return is_whole(t) ? log10_hypergeometric_upper(t.O11, t.N(), t.R1(), t.C1()) : undefined_value;
}

double log10_less(const ContingencyTable& t, const AssociationSettings&) {
  return is_whole(t) ? log10_hypergeometric_upper(t.O21, t.N(), t.R2(), t.C1()) : undefined_value;
}

double two_sided(const ContingencyTable& t, const AssociationSettings&) {
  if (!is_whole(t)) return undefined_value;
  // Masses that are equal but for rounding count as equal.
  const double most = log_hypergeometric_mass(t.O11, t.N(), t.R1(), t.C1()) + 1e-7;
  const double least_value = std::max(0.0, t.C1() - t.R2());
  const double greatest_value = std::min(t.R1(), t.C1());
  const double mode = std::floor((t.R1() + 1) * (t.C1() + 1) / (t.N() + 2));
  if (log_hypergeometric_mass(mode, t.N(), t.R1(), t.C1()) <= most) return 1;
  double p = 0;
  if (t.O11 < mode) {
    const double far = far_side(t, most, mode, greatest_value);
    p = hypergeometric_lower(t.O11, t.N(), t.R1(), t.C1()) +
        (far <= greatest_value ? hypergeometric_upper(far, t.N(), t.R1(), t.C1()) : 0);
  } else {
    const double far = far_side(t, most, mode, least_value);
    p = hypergeometric_upper(t.O11, t.N(), t.R1(), t.C1()) +
        (far >= least_value ? hypergeometric_lower(far, t.N(), t.R1(), t.C1()) : 0);
  }
  return std::min(1.0, p);
}

constexpr Variant variants[] = {
    {"fisher", "sum of P(X) over X with P(X) <= P(O11), X hypergeometric", two_sided},
    {"fisher_greater", "P(X >= O11)", greater},
    {"fisher_less", "P(X <= O11)", less},
    {"fisher_log10_greater", "log10 P(X >= O11), finite below 1e-300", log10_greater},
    {"fisher_log10_less", "log10 P(X <= O11), finite below 1e-300", log10_less},
};

}  // namespace

namespace measures {
constinit const Measure fisher{
    .id = "fisher",
    .family = Family::association,
    .use = "both",
    .title = "Fisher's exact test",
    .unit = "probability, or its logarithm to the base 10",
    .domain = "whole cells, R1 > 0, R2 > 0",
    .direction = "near 0: the table is unlike tables of independent rows and columns",
    .zeros = "zero cells are used as they are",
    .source = "Fisher (1935); Pedersen (1996)",
    .example = "O11=1 O12=3 O21=3 O22=1",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
