// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/point_masses.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace topos {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

/// log n! minus Stirling's formula for it.
double stirling_error(double n) {
  // Below 16 the series is not precise enough.
  static constexpr std::array<double, 16> exact = {0.0,
                                                   0.0810614667953272582196702,
                                                   0.0413406959554092940938221,
                                                   0.02767792568499833914878929,
                                                   0.02079067210376509311152277,
                                                   0.01664469118982119216319487,
                                                   0.01387612882307074799874573,
                                                   0.01189670994589177009505572,
                                                   0.010411265261972096497478567,
                                                   0.009255462182712732917728637,
                                                   0.008330563433362871256469318,
                                                   0.007573675487951840794972024,
                                                   0.006942840107209529865664152,
                                                   0.006408994188004207068439631,
                                                   0.005951370112758847735624416,
                                                   0.005554733551962801371038690};
  if (n < 16) return exact[static_cast<std::size_t>(n)];
  const double square = n * n;
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
}

}  // namespace

double deviance(double x, double mean) {
  if (x == 0) return mean;
  if (std::abs(x - mean) >= 0.1 * (x + mean)) return x * std::log(x / mean) + mean - x;
  const double v = (x - mean) / (x + mean);
  double sum = (x - mean) * v;
  double term = 2 * x * v;
  for (int j = 1; j < 1000; ++j) {
    term *= v * v;
    const double next = sum + term / (2 * j + 1);
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

double log_binomial_mass(double x, double trials, double probability) {
  if (x < 0 || x > trials) return impossible;
  const double other = 1 - probability;
  if (probability <= 0) return x == 0 ? 0 : impossible;
  if (other <= 0) return x == trials ? 0 : impossible;
  if (x == 0) return trials == 0 ? 0 : -deviance(trials, trials * other) - trials * probability;
  if (x == trials) return -deviance(trials, trials * probability) - trials * other;
  const double rest = trials - x;
  const double exponent = stirling_error(trials) - stirling_error(x) - stirling_error(rest) -
                          deviance(x, trials * probability) - deviance(rest, trials * other);
  return exponent - 0.5 * std::log(2 * std::numbers::pi * x * (rest / trials));
}

double log_poisson_mass(double x, double mean) {
  if (x < 0) return impossible;
  if (mean == 0) return x == 0 ? 0 : impossible;
  if (x == 0) return -mean;
  return -stirling_error(x) - deviance(x, mean) - 0.5 * std::log(2 * std::numbers::pi * x);
}

double log_hypergeometric_mass(double x, double size, double marked, double draws) {
  if (x < 0 || x > draws || x > marked || draws - x > size - marked) return impossible;
  if (draws == 0 || draws == size) return 0;
  const double share = draws / size;
  return log_binomial_mass(x, marked, share) + log_binomial_mass(draws - x, size - marked, share) -
         log_binomial_mass(draws, size, share);
}

}  // namespace topos
