// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace topos {

/// Natural logarithms of the probability of exactly x.
/// Domain: whole 0 <= x within the distribution's range, else minus infinity, which is log 0.
/// Source: Loader (2000), whose expansion keeps the relative precision for large counts.
[[nodiscard]] double log_binomial_mass(double x, double trials, double probability);
[[nodiscard]] double log_poisson_mass(double x, double mean);
[[nodiscard]] double log_hypergeometric_mass(double x, double size, double marked, double draws);

/// x log(x / mean) + mean - x, without the cancellation near x = mean: half of a cell's part of a log-likelihood ratio.
/// Units: nats.   Domain: x >= 0, mean >= 0, mean > 0 unless x = 0.
[[nodiscard]] double deviance(double x, double mean);

}  // namespace topos
