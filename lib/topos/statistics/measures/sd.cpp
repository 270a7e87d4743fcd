// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Parts& p) { return p.is_valid() ? moments(p.counts).deviation : undefined_value; }

constexpr Variant variants[] = {
    {"sd", "√(Σ (count - mean)² / number of parts)", value},
};

}  // namespace

namespace measures {
constinit const Measure sd{
    .id = "sd",
    .family = Family::dispersion,
    .use = "",
    .title = "Standard deviation of the counts",
    .unit = "occurrences",
    .domain = "sizes > 0, at least one occurrence",
    .direction = "0 as many in each part, greater: less even",
    .zeros = "parts without the feature count as 0",
    .source = "Gries (2008)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
