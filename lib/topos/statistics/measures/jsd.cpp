// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double sum_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) {
    if (!(value >= 0)) return undefined_value;
    sum += value;
  }
  return sum;
}

double value(const VectorPair& v) {
  const double a = sum_of(v.a);
  const double b = sum_of(v.b);
  if (v.a.size() != v.b.size() || !(a > 0 && b > 0)) return undefined_value;
  double sum = 0;
  for (std::size_t i = 0; i < v.a.size(); ++i) {
    const double p = v.a[i] / a;
    const double q = v.b[i] / b;
    sum += x_log_ratio(p, (p + q) / 2) + x_log_ratio(q, (p + q) / 2);
  }
  return std::clamp(sum / 2 * std::numbers::log2e, 0.0, 1.0);
}

double distance(const VectorPair& v) { return std::sqrt(value(v)); }

constexpr Variant variants[] = {
    {"jsd", "(Σ p log2(p / m) + Σ q log2(q / m)) / 2 with m the mean of the shares p and q", value},
    {"jsd_distance", "√ jsd", distance},
};

}  // namespace

namespace measures {
constinit const Measure jsd{
    .id = "jsd",
    .family = Family::vectors,
    .use = "",
    .title = "Jensen-Shannon divergence of two profiles",
    .unit = "bits, 0 to 1; jsd_distance: root of bits",
    .domain = "vectors of one length, values >= 0, each with a sum above 0",
    .direction = "0 the same shares, 1 nothing in common",
    .zeros = "a zero adds nothing",
    .source = "Lin (1991)",
    .example = "a=4,1,0 b=1,1,3",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
