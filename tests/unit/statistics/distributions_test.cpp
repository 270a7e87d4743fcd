// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/distributions.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace topos;

namespace {

/// The expected values are those of R 4.2.2 (pnorm, qnorm, pchisq, pt, qbeta, pbinom, ppois, phyper).
void same(double value, double expected) {
  CAPTURE(value);
  CAPTURE(expected);
  CHECK(std::abs(value - expected) <= std::abs(expected) * 1e-11);
}

}  // namespace

TEST_CASE("continuous distributions give the values of R") {
  same(normal_lower(1.96), 0.97500210485178);
  same(normal_upper(-1.96), 0.97500210485178);
  same(normal_quantile(0.975), 1.95996398454005);
  same(normal_quantile(1e-10), -6.36134090240406);
  same(chi_square_upper(3.84, 1), 0.0500435212487052);
  same(chi_square_upper(7.2, 4), 0.125689123257546);
  same(student_two_sided(-2.1, 7), 0.0738711962129226);
  same(student_two_sided(12, 3), 0.00124501580078934);
  same(beta_quantile(0.025, 3, 5), 0.0989882784425079);
  same(beta_quantile(1e-6, 1189, 969), 0.499864797811855);
}

TEST_CASE("distributions of counts give the values of R") {
  same(binomial_lower(3, 10, 0.3), 0.6496107184);
  same(binomial_upper(4, 10, 0.3), 0.3503892816);
  same(poisson_lower(4, 10), 0.0292526880769611);
  same(poisson_upper(5, 10), 0.970747311923039);
  same(hypergeometric_lower(11, 61449, 296, 1084), 0.993137166011417);
  same(hypergeometric_upper(11, 61449, 296, 1084), 0.0169889708547726);
  same(hypergeometric_lower(150, 2e6, 1e6, 300), 0.523015483435079);
  same(hypergeometric_lower(2e5, 2e7, 1e6, 4e6), 0.500603726177627);
}

TEST_CASE("logarithms of tails stay finite below the least double") {
  same(log10_normal_upper(40), -349.437006459346);
  same(log10_normal_upper(31), -210.569400932204);
  same(log10_normal_upper(10), -23.1180534054861);
  same(log10_chi_square_upper(2000, 1), -436.043273716073);
  same(log10_chi_square_upper(2000, 5), -429.91746682429);
  same(log10_poisson_upper(2000, 10), -3739.86141954497);
  same(log10_binomial_upper(2000, 20000, 0.001), -3186.20919802291);
  same(log10_hypergeometric_upper(2000, 1e7, 20000, 5000), -3985.64382946866);
}

TEST_CASE("tails of a count and of the next one add up to one") {
  for (double x = 0; x < 12; ++x) {
    CHECK(binomial_lower(x, 12, 0.4) + binomial_upper(x + 1, 12, 0.4) == doctest::Approx(1).epsilon(1e-13));
    CHECK(poisson_lower(x, 5.5) + poisson_upper(x + 1, 5.5) == doctest::Approx(1).epsilon(1e-13));
    CHECK(hypergeometric_lower(x, 50, 20, 15) + hypergeometric_upper(x + 1, 50, 20, 15) ==
          doctest::Approx(1).epsilon(1e-13));
  }
}

TEST_CASE("what is outside the domain is NaN and what is impossible is 0 or 1") {
  CHECK(std::isnan(normal_quantile(0)));
  CHECK(std::isnan(chi_square_upper(-1, 1)));
  CHECK(std::isnan(student_two_sided(1, 0)));
  CHECK(std::isnan(poisson_upper(1.5, 2)));
  CHECK(std::isnan(binomial_lower(1, 3, 1.5)));
  CHECK(std::isnan(hypergeometric_lower(1, 10, 11, 3)));
  CHECK(binomial_upper(4, 3, 0.5) == 0);
  CHECK(binomial_lower(3, 3, 0.5) == 1);
  CHECK(hypergeometric_upper(4, 10, 3, 5) == 0);
  CHECK(hypergeometric_upper(1, 10, 8, 3) == 1);
  CHECK(poisson_upper(0, 0) == 1);
}
