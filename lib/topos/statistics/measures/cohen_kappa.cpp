// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/chance_correction.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double plain(const Ratings& ratings) { return cohen_kappa(ratings, Weights::identity); }

double linear(const Ratings& ratings) { return cohen_kappa(ratings, Weights::linear); }

double quadratic(const Ratings& ratings) { return cohen_kappa(ratings, Weights::quadratic); }

constexpr Variant variants[] = {
    {"cohen_kappa", "(observed - expected) / (1 - expected), expected from each coder's shares", plain},
    {"cohen_kappa_linear", "as cohen_kappa with weights 1 - abs(a - b) / range of the values", linear},
    {"cohen_kappa_quadratic", "as cohen_kappa with weights 1 - (a - b)² / range²", quadratic},
};

}  // namespace

namespace measures {
constinit const Measure cohen_kappa{
    .id = "cohen_kappa",
    .family = Family::agreement,
    .use = "",
    .title = "Cohen's kappa",
    .unit = "share above chance, at most 1",
    .domain = "two coders, units with both values, more than one category used",
    .direction = "1 always the same, 0 as by chance, below 0: less",
    .zeros = "units without both values are left out",
    .source = "Cohen (1960, 1968)",
    .example = "table=20,5,10,15",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
