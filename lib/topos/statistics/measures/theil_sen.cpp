// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "topos/statistics/intervals.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const TimeSeries& series, const PermutationSettings&) {
  std::vector<double> slopes;
  for (std::size_t i = 0; i < series.values.size(); ++i)
    for (std::size_t j = i + 1; j < series.values.size(); ++j)
      if (series.times[j] != series.times[i])
        slopes.push_back((series.values[j] - series.values[i]) / (series.times[j] - series.times[i]));
  std::sort(slopes.begin(), slopes.end());
  return quantile(slopes, 0.5);
}

constexpr Variant variants[] = {
    {"theil_sen", "median of the slopes of all pairs at different times", value},
};

}  // namespace

namespace measures {
constinit const Measure theil_sen{
    .id = "theil_sen",
    .family = Family::series,
    .use = "",
    .title = "Theil-Sen slope",
    .unit = "units of the value per unit of time",
    .domain = "two values at different times",
    .direction = "above 0: rising, below 0: falling",
    .zeros = "zeros are values",
    .source = "Theil (1950); Sen (1968)",
    .example = "values=1,3,2,5,4,6",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
