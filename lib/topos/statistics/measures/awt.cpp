// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double squares(const Occurrences& o) {
  double sum = 0;
  for (const double distance : o.distances()) sum += distance * distance;
  return sum;
}

double value(const Occurrences& o) {
  return o.positions.empty() ? undefined_value : (1 + squares(o) / static_cast<double>(o.size)) / 2;
}

double corrected(const Occurrences& o) {
  const double size = static_cast<double>(o.size);
  return o.positions.empty() ? undefined_value : size * size / squares(o);
}

constexpr Variant variants[] = {
    {"awt", "(1 + Σ distance² / size) / 2", value},
    {"f_awt", "size² / Σ distance²", corrected},
};

}  // namespace

namespace measures {
constinit const Measure awt{
    .id = "awt",
    .family = Family::dispersion,
    .use = "",
    .title = "Average waiting time",
    .unit = "tokens; f_awt: occurrences",
    .domain = "at least one occurrence",
    .direction = "awt: greater: less even or rarer; f_awt: the frequency where evenly spread, less elsewhere",
    .zeros = "undefined without occurrences",
    .source = "Savický and Hlaváčová (2002)",
    .example = "size=50 positions=1,11,13,22,24,29,31,34,37,38,41,43,44,47,49",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
