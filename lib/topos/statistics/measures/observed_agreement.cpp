// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/chance_correction.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const Ratings& ratings) { return chance_corrected(ratings, Weights::identity).observed; }

constexpr Variant variants[] = {
    {"observed_agreement", "mean over units with two values or more of the share of equal pairs", value},
};

}  // namespace

namespace measures {
constinit const Measure observed_agreement{
    .id = "observed_agreement",
    .family = Family::agreement,
    .use = "",
    .title = "Observed agreement",
    .unit = "share, 0 to 1",
    .domain = "a unit with two values",
    .direction = "1 always the same, 0 never",
    .zeros = "a value that was not given is left out",
    .source = "Scott (1955); Fleiss (1971)",
    .example = "table=20,5,10,15",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
