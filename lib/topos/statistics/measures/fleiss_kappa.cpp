// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/chance_correction.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Ratings& ratings) {
  for (std::size_t unit = 0; unit < ratings.units(); ++unit)
    if (ratings.given(unit).size() != ratings.given(0).size()) return undefined_value;
  const ChanceCorrected parts = chance_corrected(ratings, Weights::identity);
  return defined_or_nan((parts.observed - parts.expected_pooled) / (1 - parts.expected_pooled));
}

constexpr Variant variants[] = {
    {"fleiss_kappa", "(observed - expected) / (1 - expected), expected from all shares of categories", value},
};

}  // namespace

namespace measures {
constinit const Measure fleiss_kappa{
    .id = "fleiss_kappa",
    .family = Family::agreement,
    .use = "",
    .title = "Fleiss's kappa",
    .unit = "share above chance, at most 1",
    .domain = "as many values of each unit, two at least; more than one category used",
    .direction = "1 always the same, 0 as by chance, below 0: less",
    .zeros = "undefined if units have different numbers of values",
    .source = "Fleiss (1971)",
    .example = "units=112,222,111,212,333",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
