// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double statistic(const TimeSeries& series, const PermutationSettings& s) {
  return greatest_change(series.values, s).statistic;
}

double p(const TimeSeries& series, const PermutationSettings& s) { return greatest_change(series.values, s).p; }

double after(const TimeSeries& series, const PermutationSettings& s) {
  const ChangePoint change = greatest_change(series.values, s);
  return change.after == 0 ? undefined_value : static_cast<double>(change.after);
}

constexpr Variant variants[] = {
    {"greatest_change",
     "the greatest standardised difference of means before and after, two values on each side at least", statistic},
    {"greatest_change_p", "share of orders with as great a change; drawn above 100000 orders", p},
    {"greatest_change_after", "number of values before the change", after},
};

}  // namespace

namespace measures {
constinit const Measure greatest_change{
    .id = "greatest_change",
    .family = Family::series,
    .use = "",
    .title = "Permutation test of the greatest change of mean",
    .unit = "standard deviations; p: probability; after: values",
    .domain = "at least four values, not all equal",
    .direction = "greater: a clearer change; p near 0: unlike values in random order",
    .zeros = "zeros are values",
    .source = "Zeileis and Hothorn (2013)",
    .example = "values=1,2,1,2,6,7,6,7",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
