// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/distributions.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

#include "topos/base/number.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

namespace bm = boost::math;

/// Doubles only, so that platforms with other long doubles agree, and no exceptions.
using Policy =
    bm::policies::policy<bm::policies::promote_double<false>, bm::policies::domain_error<bm::policies::ignore_error>,
                         bm::policies::pole_error<bm::policies::ignore_error>,
                         bm::policies::overflow_error<bm::policies::ignore_error>,
                         bm::policies::evaluation_error<bm::policies::ignore_error>>;
constexpr Policy policy{};

bool is_count(double x) { return x >= 0 && x == std::floor(x) && std::isfinite(x); }

// A tail is the probability of its first value times the sum of what the ratios of neighbours build up. `step(i)` is
// the ratio of the i-th value of the tail to the one before it.
template <typename Step>
double tail_factor(double values, Step step) {
  double sum = 1;
  double term = 1;
  for (double i = 1; i < values; ++i) {
    term *= step(i);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

double log_hypergeometric_lower_sum(double x, double size, double marked, double draws) {
  const double others = size - marked;
  return log_hypergeometric_mass(x, size, marked, draws) + std::log(tail_factor(x + 1, [&](double i) {
           const double at = x - i + 1;
           return at * (others - draws + at) / ((draws + 1 - at) * (marked + 1 - at));
         }));
}

double log_hypergeometric_upper_sum(double x, double size, double marked, double draws) {
  const double others = size - marked;
  return log_hypergeometric_mass(x, size, marked, draws) +
         std::log(tail_factor(std::min(marked, draws) - x + 1, [&](double i) {
           const double at = x + i;
           return (draws + 1 - at) * (marked + 1 - at) / (at * (others - draws + at));
         }));
}

bool is_urn(double x, double size, double marked, double draws) {
  return is_count(x) && is_count(size) && is_count(marked) && is_count(draws) && marked <= size && draws <= size;
}

double log_binomial_upper_sum(double x, double trials, double probability) {
  return log_binomial_mass(x, trials, probability) + std::log(tail_factor(trials - x + 1, [&](double i) {
           return (trials - x - i + 1) / (x + i) * probability / (1 - probability);
         }));
}

bool is_trial(double x, double trials, double probability) {
  return is_count(x) && is_count(trials) && probability >= 0 && probability <= 1;
}

}  // namespace

double normal_lower(double x) { return std::isnan(x) ? x : bm::erfc(-x / std::numbers::sqrt2, policy) / 2; }
double normal_upper(double x) { return normal_lower(-x); }

double normal_quantile(double probability) {
  if (!(probability > 0 && probability < 1)) return undefined;
  return -std::numbers::sqrt2 * bm::erfc_inv(2 * probability, policy);
}

double chi_square_upper(double x, double degrees) {
  if (!(x >= 0 && degrees > 0)) return undefined;
  return std::isinf(x) ? 0 : bm::gamma_q(degrees / 2, x / 2, policy);
}

double student_two_sided(double t, double degrees) {
  if (!(degrees > 0) || std::isnan(t)) return undefined;
  return std::isinf(t) ? 0 : bm::ibeta(degrees / 2, 0.5, degrees / (degrees + t * t), policy);
}

double student_upper_quantile(double tail, double degrees) {
  if (!(tail > 0 && tail < 1 && degrees > 0)) return undefined;
  double rest = 0;
  const double share = bm::ibeta_inv(degrees / 2, 0.5, 2 * std::min(tail, 1 - tail), &rest, policy);
  const double t = std::sqrt(degrees * rest / share);
  return tail <= 0.5 ? t : -t;
}

double beta_quantile(double probability, double a, double b) {
  if (!(probability >= 0 && probability <= 1 && a > 0 && b > 0)) return undefined;
  return bm::ibeta_inv(a, b, probability, policy);
}

double binomial_lower(double x, double trials, double probability) {
  if (!is_trial(x, trials, probability)) return undefined;
  return x >= trials ? 1 : bm::ibetac(x + 1, trials - x, probability, policy);
}

double binomial_upper(double x, double trials, double probability) {
  if (!is_trial(x, trials, probability)) return undefined;
  if (x == 0) return 1;
  return x > trials ? 0 : bm::ibeta(x, trials - x + 1, probability, policy);
}

double poisson_lower(double x, double mean) {
  return is_count(x) && mean >= 0 ? bm::gamma_q(x + 1, mean, policy) : undefined;
}

double poisson_upper(double x, double mean) {
  if (!is_count(x) || !(mean >= 0)) return undefined;
  return x == 0 ? 1 : bm::gamma_p(x, mean, policy);
}

double hypergeometric_lower(double x, double size, double marked, double draws) {
  if (!is_urn(x, size, marked, draws)) return undefined;
  if (x >= std::min(marked, draws)) return 1;
  if (x < draws - (size - marked)) return 0;
  // The shorter tail is summed: the other one would lose its digits or take long.
  if (x > marked * draws / size) return 1 - std::exp(log_hypergeometric_upper_sum(x + 1, size, marked, draws));
  return std::exp(log_hypergeometric_lower_sum(x, size, marked, draws));
}

double hypergeometric_upper(double x, double size, double marked, double draws) {
  if (!is_urn(x, size, marked, draws)) return undefined;
  if (x > std::min(marked, draws)) return 0;
  if (x <= draws - (size - marked) || x == 0) return 1;
  if (x < marked * draws / size) return 1 - std::exp(log_hypergeometric_lower_sum(x - 1, size, marked, draws));
  return std::exp(log_hypergeometric_upper_sum(x, size, marked, draws));
}

double log10_normal_upper(double x) {
  if (!(x > 30)) return std::log10(normal_upper(x));
  double series = 1;
  double term = 1;
  for (int i = 1; i < 20; ++i) series += term *= -(2 * i - 1) / (x * x);
  return (-x * x / 2 + std::log(series / (x * std::sqrt(2 * std::numbers::pi)))) * std::numbers::log10e;
}

double log10_chi_square_upper(double x, double degrees) {
  if (!(x >= 0 && degrees > 0)) return undefined;
  if (degrees == 1) return std::numbers::log10e * std::numbers::ln2 + log10_normal_upper(std::sqrt(x));
  if (const double tail = chi_square_upper(x, degrees); tail > 1e-290) return std::log10(tail);
  // Lentz's continued fraction of the incomplete gamma function.
  const double a = degrees / 2;
  const double z = x / 2;
  double b = z + 1 - a;
  double c = 1e300;
  double d = 1 / b;
  double fraction = d;
  for (int i = 1; i < 1000; ++i) {
    b += 2;
    d = 1 / (-i * (i - a) * d + b);
    c = b - i * (i - a) / c;
    fraction *= c * d;
    if (std::abs(c * d - 1) < 1e-16) break;
  }
  return (-z + a * std::log(z) - bm::lgamma(a, policy) + std::log(fraction)) * std::numbers::log10e;
}

double log10_binomial_upper(double x, double trials, double probability) {
  if (const double tail = binomial_upper(x, trials, probability); !(tail < 1e-290)) return std::log10(tail);
  return log_binomial_upper_sum(x, trials, probability) * std::numbers::log10e;
}

double log10_poisson_upper(double x, double mean) {
  if (const double tail = poisson_upper(x, mean); !(tail < 1e-290)) return std::log10(tail);
  const double factor = tail_factor(1e6, [&](double i) { return mean / (x + i); });
  return (log_poisson_mass(x, mean) + std::log(factor)) * std::numbers::log10e;
}

double log10_hypergeometric_upper(double x, double size, double marked, double draws) {
  if (const double tail = hypergeometric_upper(x, size, marked, draws); !(tail < 1e-290)) return std::log10(tail);
  return log_hypergeometric_upper_sum(x, size, marked, draws) * std::numbers::log10e;
}

}  // namespace topos
