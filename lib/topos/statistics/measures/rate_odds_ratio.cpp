// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double odds(const DocumentCounts& documents) {
  return (documents.all_hits() + 0.5) / (documents.all_words() - documents.all_hits() + 0.5);
}

double value(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  if (x.target.all_hits() > x.target.all_words() || x.reference.all_hits() > x.reference.all_words())
    return undefined_value;
  return odds(x.target) / odds(x.reference);
}

constexpr Variant variants[] = {
    {"rate_odds_ratio", "odds of the target / odds of the reference, odds = (hits + 0.5) / (words - hits + 0.5)",
     value},
};

}  // namespace

namespace measures {
constinit const Measure rate_odds_ratio{
    .id = "rate_odds_ratio",
    .family = Family::samples,
    .use = "",
    .title = "Odds ratio of hits among words",
    .unit = "ratio",
    .domain = "documents in both groups, each with words, fewer hits than words",
    .direction = "1 equal, greater: more in the target",
    .zeros = "0.5 is added to hits and to words without hit",
    .source = "Haldane (1956)",
    .example = "target=4 target_words=2515 reference=12 reference_words=923",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
