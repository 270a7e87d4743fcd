// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace topos {

/// Probabilities of error of a family of tests, corrected for their number; NaNs are left as they are and not counted.
/// Source: Bonferroni (1936), Šidák (1967), Holm (1979), Benjamini and Hochberg (1995).
[[nodiscard]] std::vector<double> adjust_bonferroni(std::span<const double> p);
[[nodiscard]] std::vector<double> adjust_sidak(std::span<const double> p);
[[nodiscard]] std::vector<double> adjust_holm(std::span<const double> p);
[[nodiscard]] std::vector<double> adjust_benjamini_hochberg(std::span<const double> p);

}  // namespace topos
