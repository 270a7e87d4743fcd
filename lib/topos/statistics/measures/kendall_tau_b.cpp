// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const VectorPair& v) {
  if (v.a.size() != v.b.size()) return undefined_value;
  double sum = 0;
  double a = 0;
  double b = 0;
  for (std::size_t i = 0; i < v.a.size(); ++i)
    for (std::size_t j = i + 1; j < v.a.size(); ++j) {
      const int of_a = (v.a[j] > v.a[i]) - (v.a[j] < v.a[i]);
      const int of_b = (v.b[j] > v.b[i]) - (v.b[j] < v.b[i]);
      sum += of_a * of_b;
      a += of_a != 0;
      b += of_b != 0;
    }
  return a > 0 && b > 0 ? sum / std::sqrt(a * b) : undefined_value;
}

constexpr Variant variants[] = {
    {"kendall_tau_b", "(pairs in one order - pairs in the reverse) / √(pairs untied in a · pairs untied in b)", value},
};

}  // namespace

namespace measures {
constinit const Measure kendall_tau_b{
    .id = "kendall_tau_b",
    .family = Family::vectors,
    .use = "",
    .title = "Kendall's tau-b of two lists of values",
    .unit = "share, -1 to 1",
    .domain = "vectors of one length, neither of equal values alone",
    .direction = "1 the same order, -1 the reverse, 0 none",
    .zeros = "zeros are values; ties lower both shares",
    .source = "Kendall (1945)",
    .example = "a=1,2,3,4 b=1,3,2,4",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
