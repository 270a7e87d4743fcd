// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const VectorPair& v) { return mean_scaled_difference(v); }

constexpr Variant variants[] = {
    {"burrows_delta", "mean of abs(a - b) / standard deviation of the feature, which is that of the z-scores", value},
};

}  // namespace

namespace measures {
constinit const Measure burrows_delta{
    .id = "burrows_delta",
    .family = Family::vectors,
    .use = "",
    .title = "Burrows's Delta",
    .unit = "standard deviations",
    .domain = "vectors and deviations of one length, a deviation above 0",
    .direction = "0 equal, greater: less alike",
    .zeros = "a feature whose deviation is 0 does not count",
    .source = "Burrows (2002); Argamon (2008)",
    .example = "a=4,1,0 b=1,1,3 scale=1.5,0.5,1",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
