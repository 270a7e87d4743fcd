// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const TimeSeries& series, const PermutationSettings&) {
  if (series.values.size() < 2) return undefined_value;
  return static_cast<double>(
      binary_segmentation(series.values, 2 * std::log(static_cast<double>(series.values.size()))).size());
}

constexpr Variant variants[] = {
    {"binary_segmentation",
     "changes that take more than 2 ln n variances off the squares, found one in the other; the variance from "
     "neighbours",
     value},
};

}  // namespace

namespace measures {
constinit const Measure binary_segmentation{
    .id = "binary_segmentation",
    .family = Family::series,
    .use = "",
    .title = "Changes of mean by binary segmentation",
    .unit = "changes",
    .domain = "at least two values",
    .direction = "0 one level, greater: more levels",
    .zeros = "zeros are values",
    .source = "Scott and Knott (1974); Killick, Fearnhead and Eckley (2012)",
    .example = "values=1,2,1,2,6,7,6,7",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
