// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/chance_correction.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Ratings& ratings) {
  if (ratings.coders() != 2) return undefined_value;
  const ChanceCorrected parts = chance_corrected(complete_units(ratings), Weights::identity);
  return defined_or_nan((parts.observed - parts.expected_pooled) / (1 - parts.expected_pooled));
}

constexpr Variant variants[] = {
    {"scott_pi", "(observed - expected) / (1 - expected), expected from the coders' shares together", value},
};

}  // namespace

namespace measures {
constinit const Measure scott_pi{
    .id = "scott_pi",
    .family = Family::agreement,
    .use = "",
    .title = "Scott's pi",
    .unit = "share above chance, at most 1",
    .domain = "two coders, units with both values, more than one category used",
    .direction = "1 always the same, 0 as by chance, below 0: less",
    .zeros = "units without both values are left out",
    .source = "Scott (1955)",
    .example = "table=20,5,10,15",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
