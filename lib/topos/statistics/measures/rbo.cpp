// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const VectorPair& v) {
  if (v.a.size() != v.b.size() || v.a.empty() || !(v.persistence > 0 && v.persistence < 1)) return undefined_value;
  std::set<double> seen_a;
  std::set<double> seen_b;
  double common = 0;
  double weight = 1;
  double sum = 0;
  for (std::size_t i = 0; i < v.a.size(); ++i) {
    if (!seen_a.insert(v.a[i]).second || !seen_b.insert(v.b[i]).second) return undefined_value;
    common += v.a[i] == v.b[i]
                  ? 1
                  : static_cast<double>(seen_b.contains(v.a[i])) + static_cast<double>(seen_a.contains(v.b[i]));
    weight *= v.persistence;
    sum += weight * common / static_cast<double>(i + 1);
  }
  return weight * common / static_cast<double>(v.a.size()) + (1 - v.persistence) / v.persistence * sum;
}

constexpr Variant variants[] = {
    {"rbo", "p^k X(k) / k + (1 - p) / p Σ p^d X(d) / d, X(d) items common to the first d, p the persistence", value},
};

}  // namespace

namespace measures {
constinit const Measure rbo{
    .id = "rbo",
    .family = Family::vectors,
    .use = "",
    .title = "Rank-biased overlap of two lists",
    .unit = "share, 0 to 1",
    .domain = "lists of one length, no item twice in one; 0 < persistence < 1",
    .direction = "1 the same lists, 0 nothing in common; the top counts most",
    .zeros = "none: items are numbers that name things",
    .source = "Webber, Moffat and Zobel (2010), extrapolated",
    .example = "a=1,2,3,4 b=1,3,2,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
