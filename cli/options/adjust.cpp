// SPDX-License-Identifier: Apache-2.0
#include "options/adjust.hpp"

#include "topos/statistics/adjustment.hpp"

namespace topos::cli {

void AdjustGroup::declare(Options& options) {
  options.choice("--adjust", method, {"holm", "bh", "sidak", "bonferroni", "none"},
                 "Correction of p for the number of rows tested");
}

std::vector<double> AdjustGroup::adjusted(std::span<const double> p) const {
  if (method == "holm") return adjust_holm(p);
  if (method == "bh") return adjust_benjamini_hochberg(p);
  if (method == "sidak") return adjust_sidak(p);
  if (method == "bonferroni") return adjust_bonferroni(p);
  return {p.begin(), p.end()};
}

}  // namespace topos::cli
