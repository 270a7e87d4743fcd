// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace topos {

/// P(X <= x) and P(X >= x) of the standard normal distribution, and the value below which lies `probability`.
/// Domain: 0 < probability < 1 for the quantile; NaN otherwise.
[[nodiscard]] double normal_lower(double x);
[[nodiscard]] double normal_upper(double x);
[[nodiscard]] double normal_quantile(double probability);

/// P(X >= x).   Domain: x >= 0, degrees > 0; NaN otherwise.
[[nodiscard]] double chi_square_upper(double x, double degrees);

/// P(|T| >= |t|).   Domain: degrees > 0; NaN otherwise.
[[nodiscard]] double student_two_sided(double t, double degrees);
/// The t above which lies `tail`.   Domain: 0 < tail < 1, degrees > 0; NaN otherwise.
[[nodiscard]] double student_upper_quantile(double tail, double degrees);

/// The quantile of the beta distribution.   Domain: 0 <= probability <= 1, a > 0, b > 0; NaN otherwise.
[[nodiscard]] double beta_quantile(double probability, double a, double b);

/// P(X <= x) and P(X >= x) of counts.
/// Domain: whole x >= 0; NaN otherwise. Hypergeometric: `marked` of `size` are marked, `draws` are drawn without
/// return.
[[nodiscard]] double binomial_lower(double x, double trials, double probability);
[[nodiscard]] double binomial_upper(double x, double trials, double probability);
[[nodiscard]] double poisson_lower(double x, double mean);
[[nodiscard]] double poisson_upper(double x, double mean);
[[nodiscard]] double hypergeometric_lower(double x, double size, double marked, double draws);
[[nodiscard]] double hypergeometric_upper(double x, double size, double marked, double draws);

/// Logarithms of upper tails to the base 10, finite where the tail itself is below the least double.
/// Domain: as that of the tail.
[[nodiscard]] double log10_normal_upper(double x);
[[nodiscard]] double log10_chi_square_upper(double x, double degrees);
[[nodiscard]] double log10_binomial_upper(double x, double trials, double probability);
[[nodiscard]] double log10_poisson_upper(double x, double mean);
[[nodiscard]] double log10_hypergeometric_upper(double x, double size, double marked, double draws);

}  // namespace topos
