// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  return static_cast<double>(std::count_if(p.counts.begin(), p.counts.end(), [](double count) { return count > 0; }));
}

double share(const Parts& p) { return value(p) / static_cast<double>(p.counts.size()); }

constexpr Variant variants[] = {
    {"range", "parts with a count above 0", value},
    {"range_share", "range / number of parts", share},
};

}  // namespace

namespace measures {
constinit const Measure range{
    .id = "range",
    .family = Family::dispersion,
    .use = "",
    .title = "Number of parts with the feature",
    .unit = "parts, or share of parts",
    .domain = "sizes > 0, at least one occurrence",
    .direction = "greater: spread more widely",
    .zeros = "parts without the feature do not count",
    .source = "Keniston (1920)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
