// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/intervals.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "topos/statistics/adjustment.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/distributions.hpp"
#include "topos/statistics/random.hpp"
#include "topos/statistics/ratio_intervals.hpp"

using namespace topos;

namespace {

void same(Interval interval, double lower, double upper) {
  CHECK(interval.lower == doctest::Approx(lower).epsilon(1e-12));
  CHECK(interval.upper == doctest::Approx(upper).epsilon(1e-12));
}

void same(const std::vector<double>& values, const std::vector<double>& expected) {
  REQUIRE(values.size() == expected.size());
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(values[i] == doctest::Approx(expected[i]).epsilon(1e-12));
}

/// Counts whose rate differs from document to document, as those of texts do.
CountRows simulated(std::uint32_t run, std::size_t documents) {
  Random random(11, 1, run);
  CountRows rows(2);
  for (std::size_t i = 0; i < documents; ++i) {
    const std::span<double> row = rows.add();
    row[0] = 100;
    const std::uint32_t tenths = 1 + random.below(3);
    for (int word = 0; word < 100; ++word) row[1] += random.below(20) < tenths;
  }
  return rows;
}

}  // namespace

TEST_CASE("quantiles lie between neighbours as in R") {
  const std::vector<double> values{1, 2, 4, 8};
  CHECK(quantile(values, 0.1) == doctest::Approx(1.3));
  CHECK(quantile(values, 0.5) == 3);
  CHECK(quantile(values, 0.9) == doctest::Approx(6.8));
  CHECK(quantile(values, 1) == 8);
  CHECK(std::isnan(quantile({}, 0.5)));
}

TEST_CASE("Wilson's interval gives the values of R and published ones") {
  same(wilson_interval(8, 10, 0.95), 0.490162471536642, 0.943317848545625);
  same(wilson_interval(0, 20, 0.95), 0, 0.161125158052819);
  same(wilson_interval(37, 50, 0.9), 0.627538702921931, 0.827821367900659);
  CHECK(wilson_interval(5, 5, 0.95).upper == 1);
  CHECK(std::isnan(wilson_interval(0, 0, 0.95).lower));
}

TEST_CASE("the interval of Clopper and Pearson gives the values of R") {
  same(clopper_pearson_interval(8, 10, 0.95), 0.443904537692359, 0.974789273673167);
  same(clopper_pearson_interval(0, 20, 0.95), 0, 0.168433470983085);
  CHECK(std::isnan(clopper_pearson_interval(3, 2, 0.95).lower));
}

TEST_CASE("without bias and acceleration the BCa interval is the percentile interval") {
  std::vector<double> replicates;
  for (int i = -50; i <= 50; ++i) replicates.push_back(i);
  const std::vector<double> jackknife{-1, 0, 1};
  const Interval percentile = percentile_interval(replicates, 0.9);
  same(bca_interval(replicates, 0, jackknife, 0.9), percentile.lower, percentile.upper);
  same(percentile, -45, 45);
}

TEST_CASE("the BCa interval moves towards the longer tail") {
  std::vector<double> replicates;
  for (int i = 0; i < 1000; ++i) replicates.push_back(std::exp(i / 250.0));
  const Interval plain = percentile_interval(replicates, 0.9);
  const Interval moved = bca_interval(replicates, replicates[400], std::vector<double>{1, 1, 1, 5}, 0.9);
  CHECK(moved.lower < plain.lower);
  CHECK(moved.upper < plain.upper);
}

TEST_CASE("replicates that equal the estimate give an interval without width and a lost side gives none") {
  same(bca_interval({2, 2, 2}, 2, std::vector<double>{2, 2}, 0.95), 2, 2);
  CHECK(std::isnan(bca_interval({3, 4, 5}, 2, std::vector<double>{1, 2}, 0.95).lower));
  CHECK(std::isnan(percentile_interval({}, 0.95).lower));
}

TEST_CASE("nineteen of twenty intervals over documents hold the true rate") {
  int percentile_holds = 0;
  int bca_holds = 0;
  constexpr int runs = 300;
  for (std::uint32_t run = 0; run < runs; ++run) {
    const CountRows rows = simulated(run, 40);
    const std::vector<double> sums = rows.sums();
    const std::vector<double> ratios = BootstrapSums(rows, {.seed = run, .stream = 0, .replicates = 1000}).ratios(1);
    const auto holds = [](Interval interval) { return interval.lower <= 0.1 && 0.1 <= interval.upper; };
    percentile_holds += holds(percentile_interval(ratios, 0.95));
    bca_holds += holds(bca_interval(ratios, sums[1] / sums[0], jackknife_ratios(rows, 1), 0.95));
  }
  CHECK(percentile_holds > runs * 0.91);
  CHECK(percentile_holds < runs * 0.985);
  CHECK(bca_holds > runs * 0.91);
  CHECK(bca_holds < runs * 0.985);
}

TEST_CASE("fewer than five documents give a ratio and no interval") {
  const RatioEstimate of_four = ratio_estimates(simulated(1, 4), {}, 0.95).at(0);
  CHECK_FALSE(std::isnan(of_four.ratio));
  CHECK(std::isnan(of_four.percentile.lower));
  CHECK(std::isnan(of_four.bca.upper));
  const RatioEstimate of_five = ratio_estimates(simulated(1, 5), {}, 0.95).at(0);
  CHECK(of_five.percentile.lower < of_five.ratio);
  CHECK(of_five.percentile.upper > of_five.ratio);
  CHECK_FALSE(std::isnan(of_five.bca.lower));
}

TEST_CASE("a code that no document has keeps the rate 0 in each replicate") {
  CountRows rows(2);
  for (int i = 0; i < 6; ++i) rows.add()[0] = 10;
  const RatioEstimate estimate = ratio_estimates(rows, {}, 0.95).at(0);
  CHECK(estimate.ratio == 0);
  CHECK(estimate.bca.lower == 0);
  CHECK(estimate.bca.upper == 0);
}

TEST_CASE("adjusted probabilities are those of R") {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
  same(adjust_holm(p), {0.03, 0.06, 0.06, 0.02});
  same(adjust_benjamini_hochberg(p), {0.02, 0.04, 0.04, 0.02});
  same(adjust_bonferroni(p), {0.04, 0.16, 0.12, 0.02});
  const std::vector<double> ten{0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.8};
  same(adjust_holm(ten), {0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.8});
  same(adjust_benjamini_hochberg(ten),
       {0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714285714286, 0.235555555555556, 0.235555555555556, 0.8});
  same(adjust_bonferroni(ten), {0.01, 0.08, 0.39, 0.41, 0.42, 0.6, 0.74, 1, 1, 1});
  same(adjust_sidak(ten),
       {0.00995511979025177, 0.0771805880427368, 0.328209471180918, 0.342060331445213, 0.348888912566848,
        0.461384885905101, 0.53643582369666, 0.899151071898309, 0.907687146678034, 0.9999998976});
}

TEST_CASE("adjusting leaves undefined probabilities out of the family") {
  const double undefined = std::nan("");
  const std::vector<double> adjusted = adjust_holm(std::vector<double>{0.01, undefined, 0.04});
  CHECK(adjusted[0] == doctest::Approx(0.02));
  CHECK(std::isnan(adjusted[1]));
  CHECK(adjusted[2] == doctest::Approx(0.04));
  CHECK(std::isnan(adjust_sidak(std::vector<double>{undefined})[0]));
  CHECK(adjust_benjamini_hochberg({}).empty());
}

TEST_CASE("Student's quantile gives the values of R") {
  CHECK(student_upper_quantile(0.025, 4) == doctest::Approx(2.7764451051977934).epsilon(1e-13));
  CHECK(student_upper_quantile(0.1, 2.5) == doctest::Approx(1.7302509288071761).epsilon(1e-12));
  CHECK(student_upper_quantile(0.975, 4) == doctest::Approx(-2.7764451051977934).epsilon(1e-13));
  CHECK(std::isnan(student_upper_quantile(0, 4)));
}

TEST_CASE("Student's interval of the log rate gives what R computes by its formula") {
  CountRows rows(2);
  const std::vector<std::pair<double, double>> documents{{400, 2}, {500, 0}, {300, 3}, {700, 7}, {250, 1}, {350, 2}};
  for (const auto& [words, hits] : documents) {
    const std::span<double> row = rows.add();
    row[0] = words;
    row[1] = hits;
  }
  same(log_t_interval(rows, 1, 0.95), 0.0026643355287641495, 0.0135118117111543319);
  CountRows alike(2);
  for (int i = 0; i < 6; ++i) std::ranges::fill(alike.add(), 2.0);
  CHECK(std::isnan(log_t_interval(alike, 1, 0.95).lower));
}

TEST_CASE("the expanded interval makes up for few rows") {
  std::vector<double> replicates;
  for (int i = 0; i <= 1000; ++i) replicates.push_back(i);
  // pnorm(-qt(.975, 4) * sqrt(5 / 4)) in R
  same(expanded_interval(replicates, 5, 0.95), 1000 * 0.00095410055188249157, 1000 * (1 - 0.00095410055188249157));
  CHECK(std::isnan(expanded_interval(replicates, 1, 0.95).lower));
}
