// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double k(const TimeSeries& series, const PermutationSettings&) { return pettitt(series.values).statistic; }

double after(const TimeSeries& series, const PermutationSettings&) {
  return series.values.size() < 2 ? undefined_value : static_cast<double>(pettitt(series.values).after);
}

double p(const TimeSeries& series, const PermutationSettings&) { return pettitt(series.values).p; }

constexpr Variant variants[] = {
    {"pettitt", "K: the greatest abs(U), U: pairs before and after with the value before above - below", k},
    {"pettitt_after", "number of values before the change", after},
    {"pettitt_p", "2 exp(-6 K² / (n³ + n²)), at most 1", p},
};

}  // namespace

namespace measures {
constinit const Measure pettitt{
    .id = "pettitt",
    .family = Family::series,
    .use = "",
    .title = "Pettitt's test of one change",
    .unit = "pairs; after: values; p: probability",
    .domain = "at least two values",
    .direction = "greater: a clearer change; p near 0: unlike values without change",
    .zeros = "zeros are values",
    .source = "Pettitt (1979)",
    .example = "values=1,2,1,2,6,7,6,7",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
