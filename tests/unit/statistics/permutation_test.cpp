// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/permutation.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "topos/statistics/random.hpp"

using namespace topos;

namespace {

/// Difference of means of `values` between target and others.
LabelStatistic difference_of(const std::vector<double>& values) {
  return [&values](std::span<const std::uint8_t> target) {
    double sums[2] = {0, 0};
    double counts[2] = {0, 0};
    for (std::size_t i = 0; i < values.size(); ++i) {
      sums[target[i]] += values[i];
      ++counts[target[i]];
    }
    return sums[1] / counts[1] - sums[0] / counts[0];
  };
}

const std::vector<std::uint8_t> half = {1, 1, 1, 0, 0, 0};

}  // namespace

TEST_CASE("few relabelings are all visited") {
  const std::vector<double> values{1, 2, 3, 4, 5, 6};
  const PermutationResult result = permute_labels(half, difference_of(values), {});
  CHECK(result.exact);
  CHECK(result.relabelings == 20);
  CHECK(result.observed == -3);
  CHECK(result.p == doctest::Approx(0.1));
}

TEST_CASE("labels are exchanged within strata and blocks keep one label") {
  PermutationSettings settings;
  const std::vector<std::uint32_t> strata{0, 0, 1, 0, 1, 1};
  settings.strata = strata;
  CHECK(relabelings(half, settings) == 9);
  settings.strata = {};
  const std::vector<std::uint32_t> blocks{0, 0, 1, 2, 3, 3};
  settings.blocks = blocks;
  CHECK(relabelings(half, settings) == 6);
}

TEST_CASE("drawn relabelings are the same in each run and near the exact share") {
  const std::vector<double> values{1, 2, 3, 4, 5, 6};
  PermutationSettings settings;
  settings.exact_limit = 1;
  settings.replicates = 20000;
  const PermutationResult first = permute_labels(half, difference_of(values), settings);
  CHECK_FALSE(first.exact);
  CHECK(std::abs(first.p - 0.1) < 0.01);
  CHECK(permute_labels(half, difference_of(values), settings).p == first.p);
  settings.seed = 2;
  CHECK(permute_labels(half, difference_of(values), settings).p != first.p);
}

TEST_CASE("where no other labels are possible there is no probability") {
  const std::vector<double> values{1, 2};
  CHECK(std::isnan(permute_labels(std::vector<std::uint8_t>{1, 1}, difference_of(values), {}).p));
}

TEST_CASE("without difference small probabilities come as often as they say") {
  int below_five = 0;
  int below_half = 0;
  constexpr int runs = 400;
  for (std::uint32_t run = 0; run < runs; ++run) {
    Random random(4, 0, run);
    std::vector<double> values(10);
    for (double& value : values) value = random.next();
    const std::vector<std::uint8_t> labels{1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
    const double p = permute_labels(labels, difference_of(values), {}).p;
    below_five += p <= 0.05;
    below_half += p <= 0.5;
  }
  CHECK(below_five < 0.08 * runs);
  CHECK(below_five > 0.02 * runs);
  CHECK(std::abs(below_half - runs / 2) < 0.08 * runs);
}
