// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const VectorPair& v) { return mean_scaled_difference(v); }

constexpr Variant variants[] = {
    {"gower", "mean of abs(a - b) / range of the feature", value},
};

}  // namespace

namespace measures {
constinit const Measure gower{
    .id = "gower",
    .family = Family::vectors,
    .use = "",
    .title = "Gower's distance",
    .unit = "share of the ranges, 0 to 1",
    .domain = "vectors and ranges of one length, a range above 0",
    .direction = "0 equal, 1 opposite ends of all ranges",
    .zeros = "a feature whose range is 0 does not count",
    .source = "Gower (1971)",
    .example = "a=4,1,0 b=1,1,3 scale=6,2,3",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
