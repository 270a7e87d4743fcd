// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/chance_correction.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double coefficient(const Ratings& ratings, Weights weights) {
  const ChanceCorrected parts = chance_corrected(ratings, weights);
  return defined_or_nan((parts.observed - parts.expected_gwet) / (1 - parts.expected_gwet));
}

double first(const Ratings& ratings) { return coefficient(ratings, Weights::identity); }

double linear(const Ratings& ratings) { return coefficient(ratings, Weights::linear); }

double quadratic(const Ratings& ratings) { return coefficient(ratings, Weights::quadratic); }

constexpr Variant variants[] = {
    {"gwet_ac1", "(observed - expected) / (1 - expected), expected Σ p (1 - p) / (q - 1) over the q categories", first},
    {"gwet_ac2_linear", "as gwet_ac1 with weights 1 - abs(a - b) / range of the values", linear},
    {"gwet_ac2_quadratic", "as gwet_ac1 with weights 1 - (a - b)² / range²", quadratic},
};

}  // namespace

namespace measures {
constinit const Measure gwet_ac1{
    .id = "gwet_ac1",
    .family = Family::agreement,
    .use = "",
    .title = "Gwet's AC1 and AC2",
    .unit = "share above chance, at most 1",
    .domain = "a unit with two values, more than one category used",
    .direction = "1 always the same, 0 as by chance, below 0: less; steady where one category prevails",
    .zeros = "a value that was not given is left out",
    .source = "Gwet (2008, 2014)",
    .example = "table=118,5,2,0",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
