// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double after(const TimeSeries& series, const PermutationSettings&) {
  const ChangePoint change = least_squares_change(series.values);
  return change.after == 0 ? undefined_value : static_cast<double>(change.after);
}

double share(const TimeSeries& series, const PermutationSettings&) {
  return least_squares_change(series.values).statistic;
}

constexpr Variant variants[] = {
    {"least_squares_change", "number of values before the change that leaves the least sum of squares", after},
    {"least_squares_change_share", "part of the sum of squares about the mean that the change explains", share},
};

}  // namespace

namespace measures {
constinit const Measure least_squares_change{
    .id = "least_squares_change",
    .family = Family::series,
    .use = "",
    .title = "One change of mean by least squares",
    .unit = "values before the change; share: 0 to 1",
    .domain = "at least two values, not all equal",
    .direction = "share: 1 two levels without scatter, near 0 no change",
    .zeros = "zeros are values",
    .source = "Scott and Knott (1974); Killick, Fearnhead and Eckley (2012)",
    .example = "values=1,2,1,2,6,7,6,7",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
