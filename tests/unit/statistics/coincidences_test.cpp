// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/coincidences.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "topos/statistics/corrected_rate.hpp"

using namespace topos;

namespace {

/// Two coders who differ in each third unit.
Ratings two_coders(std::size_t units) {
  Ratings ratings(2, units);
  for (std::size_t unit = 0; unit < units; ++unit) {
    ratings.at(0, unit) = unit % 2 == 0;
    ratings.at(1, unit) = unit % 3 == 0 ? unit % 2 != 0 : unit % 2 == 0;
  }
  return ratings;
}

std::vector<std::uint32_t> numbers(std::size_t n) {
  std::vector<std::uint32_t> all(n);
  std::iota(all.begin(), all.end(), 0);
  return all;
}

}  // namespace

TEST_CASE("the interval of alpha holds alpha and is wider for fewer clusters") {
  const Ratings ratings = two_coders(60);
  const double alpha = krippendorff_alpha(ratings, AlphaMetric::nominal);
  const Interval units = alpha_interval(ratings, numbers(60), AlphaMetric::nominal, {}, 0.95);
  CHECK(units.lower < alpha);
  CHECK(alpha < units.upper);
  std::vector<std::uint32_t> clusters(60);
  for (std::size_t unit = 0; unit < 60; ++unit) clusters[unit] = static_cast<std::uint32_t>(unit % 6);
  const Interval few = alpha_interval(ratings, clusters, AlphaMetric::nominal, {}, 0.95);
  CHECK(few.upper - few.lower > units.upper - units.lower);
}

TEST_CASE("the interval of alpha does not depend on names of values or of clusters") {
  const Ratings ratings = two_coders(30);
  Ratings other(2, 30);
  for (std::size_t unit = 0; unit < 30; ++unit)
    for (std::size_t coder = 0; coder < 2; ++coder) other.at(coder, unit) = 7 - ratings.at(1 - coder, unit);
  std::vector<std::uint32_t> apart = numbers(30);
  for (std::uint32_t& cluster : apart) cluster *= 5;
  const Interval a = alpha_interval(ratings, numbers(30), AlphaMetric::nominal, {}, 0.95);
  const Interval b = alpha_interval(other, apart, AlphaMetric::nominal, {}, 0.95);
  CHECK(a.lower == doctest::Approx(b.lower).epsilon(1e-12));
  CHECK(a.upper == doctest::Approx(b.upper).epsilon(1e-12));
}

TEST_CASE("alpha has no interval from four clusters or where one value prevails") {
  CHECK(std::isnan(alpha_interval(two_coders(4), numbers(4), AlphaMetric::nominal, {}, 0.95).lower));
  Ratings rare(2, 20);
  for (std::size_t unit = 0; unit < 20; ++unit) rare.at(0, unit) = rare.at(1, unit) = unit == 0;
  CHECK(krippendorff_alpha(rare, AlphaMetric::nominal) == 1);
  CHECK(std::isnan(alpha_interval(rare, numbers(20), AlphaMetric::nominal, {}, 0.95).lower));
}

TEST_CASE("a corrected rate undoes known errors and its interval carries both samples") {
  CountRows coded(4);
  CountRows corpus(2);
  for (int document = 0; document < 40; ++document) {
    const double more = document % 2;
    const std::vector<double> units{10, 8 - more + document % 4 / 2, 20, 19};
    std::copy(units.begin(), units.end(), coded.add().begin());
    const std::vector<double> found{100, 28 + 4 * more};
    std::copy(found.begin(), found.end(), corpus.add().begin());
  }
  const CorrectedRate rate = corrected_rate(coded, corpus, {}, 0.95);
  CHECK(rate.observed == doctest::Approx(0.3));
  CHECK(rate.sensitivity == doctest::Approx(0.8));
  CHECK(rate.specificity == doctest::Approx(0.95));
  CHECK(rate.corrected == doctest::Approx(1.0 / 3));
  CHECK_FALSE(rate.refused);
  CHECK(rate.interval.lower < rate.corrected);
  CHECK(rate.corrected < rate.interval.upper);
}

TEST_CASE("a machine that is no better than chance is refused a correction") {
  CountRows coded(4);
  CountRows corpus(2);
  for (int document = 0; document < 6; ++document) {
    const std::vector<double> units{10, 3, 10, 7};
    std::copy(units.begin(), units.end(), coded.add().begin());
    std::fill_n(corpus.add().begin(), 2, 5.0);
  }
  const CorrectedRate rate = corrected_rate(coded, corpus, {}, 0.95);
  CHECK(rate.refused);
  CHECK(std::isnan(rate.corrected));
  CHECK(std::isnan(rate.interval.lower));
}
