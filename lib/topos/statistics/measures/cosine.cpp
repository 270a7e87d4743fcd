// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const VectorPair& v) {
  if (v.a.size() != v.b.size()) return undefined_value;
  double products = 0;
  double a = 0;
  double b = 0;
  for (std::size_t i = 0; i < v.a.size(); ++i) {
    products += v.a[i] * v.b[i];
    a += v.a[i] * v.a[i];
    b += v.b[i] * v.b[i];
  }
  return defined_or_nan(std::clamp(products / (std::sqrt(a) * std::sqrt(b)), -1.0, 1.0));
}

double distance(const VectorPair& v) { return 1 - value(v); }

constexpr Variant variants[] = {
    {"cosine", "Σ a b / √(Σ a² Σ b²)", value},
    {"cosine_distance", "1 - cosine", distance},
};

}  // namespace

namespace measures {
constinit const Measure cosine{
    .id = "cosine",
    .family = Family::vectors,
    .use = "",
    .title = "Cosine of two profiles",
    .unit = "cosine, 0 to 1 for values >= 0",
    .domain = "vectors of one length, neither of zeros alone",
    .direction = "cosine: 1 in proportion, 0 nothing in common; cosine_distance: the reverse",
    .zeros = "zeros add nothing",
    .source = "Salton and McGill (1983)",
    .example = "a=4,1,0 b=1,1,3",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
