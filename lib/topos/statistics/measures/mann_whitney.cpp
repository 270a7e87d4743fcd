// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double u(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  return mann_whitney(x.target.rates(), x.reference.rates()).u;
}

double p(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  return mann_whitney(x.target.rates(), x.reference.rates()).p;
}

constexpr Variant variants[] = {
    {"mann_whitney", "U: pairs with the target above, ties as halves", u},
    {"mann_whitney_p", "two-sided; exact below 50 documents without ties in each, else normal", p},
};

}  // namespace

namespace measures {
constinit const Measure mann_whitney{
    .id = "mann_whitney",
    .family = Family::samples,
    .use = "",
    .title = "Mann-Whitney test of the documents' rates",
    .unit = "pairs; mann_whitney_p: probability",
    .domain = "documents in both groups, each with words; p: rates not all equal",
    .direction = "mann_whitney: half of all pairs if equal, greater: target above; p near 0: unlike one group",
    .zeros = "documents without hits have the rate 0",
    .source = "Mann and Whitney (1947)",
    .example = "target=1,2,3 reference=4,5,6",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
