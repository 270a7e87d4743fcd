// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Occurrences& o) {
  if (o.positions.empty()) return undefined_value;
  double sum = 0;
  for (const double distance : o.distances()) sum += distance * std::log10(distance);
  return sum / static_cast<double>(o.size);
}

double corrected(const Occurrences& o) { return static_cast<double>(o.size) * std::pow(10, -value(o)); }

constexpr Variant variants[] = {
    {"ald", "Σ distance log10(distance) / size", value},
    {"f_ald", "size 10^-ald", corrected},
};

}  // namespace

namespace measures {
constinit const Measure ald{
    .id = "ald",
    .family = Family::dispersion,
    .use = "",
    .title = "Average logarithmic distance",
    .unit = "powers of ten; f_ald: occurrences",
    .domain = "at least one occurrence",
    .direction = "ald: greater: less even or rarer; f_ald: the frequency where evenly spread, less elsewhere",
    .zeros = "undefined without occurrences",
    .source = "Savický and Hlaváčová (2002)",
    .example = "size=50 positions=1,11,13,22,24,29,31,34,37,38,41,43,44,47,49",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
