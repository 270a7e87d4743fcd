// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double s_value(const TimeSeries& series, const PermutationSettings&) { return mann_kendall(series.values).s; }

double z_value(const TimeSeries& series, const PermutationSettings&) { return mann_kendall(series.values).z; }

double p_value(const TimeSeries& series, const PermutationSettings&) { return mann_kendall(series.values).p; }

double tau_value(const TimeSeries& series, const PermutationSettings&) { return mann_kendall(series.values).tau; }

constexpr Variant variants[] = {
    {"mann_kendall", "S: rising pairs - falling pairs", s_value},
    {"mann_kendall_z", "S moved by 1 towards 0, over its standard deviation, ties corrected", z_value},
    {"mann_kendall_p", "two-sided, from the normal distribution of z", p_value},
    {"mann_kendall_tau", "S / √(pairs · pairs of different values)", tau_value},
};

}  // namespace

namespace measures {
constinit const Measure mann_kendall{
    .id = "mann_kendall",
    .family = Family::series,
    .use = "",
    .title = "Mann-Kendall test of a trend",
    .unit = "pairs; z: standard deviations; p: probability; tau: share, -1 to 1",
    .domain = "at least three values, not all equal",
    .direction = "above 0: rising, below 0: falling; p near 0: unlike values without trend",
    .zeros = "zeros are values",
    .source = "Mann (1945); Kendall (1975)",
    .example = "values=1,3,2,5,4,6",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
