// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const TwoSamples& x, const PermutationSettings&) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  const std::vector<double> target = x.target.rates();
  const std::vector<double> reference = x.reference.rates();
  const double pairs = static_cast<double>(target.size()) * static_cast<double>(reference.size());
  return 2 * mann_whitney(target, reference).u / pairs - 1;
}

constexpr Variant variants[] = {
    {"cliffs_delta", "share of pairs with the target above - share with the target below", value},
};

}  // namespace

namespace measures {
constinit const Measure cliffs_delta{
    .id = "cliffs_delta",
    .family = Family::samples,
    .use = "",
    .title = "Cliff's delta of the documents' rates",
    .unit = "difference of shares, -1 to 1",
    .domain = "documents in both groups, each with words",
    .direction = "1 every target document above every reference document, -1 below, 0 as often",
    .zeros = "documents without hits have the rate 0",
    .source = "Cliff (1993)",
    .example = "target=1,2,3,4 reference=3,4,5,6",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
