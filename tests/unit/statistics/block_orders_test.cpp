// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/block_orders.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "topos/statistics/series.hpp"

using namespace topos;

namespace {

double rising(std::span<const double> values) { return mann_kendall(values).s; }

double p_of(const std::vector<double>& values, std::size_t block, const SeriesStatistic& statistic,
            const PermutationSettings& settings = {}) {
  return block_order_p(values, block, std::array{statistic}, settings).front();
}

}  // namespace

TEST_CASE("blocks of one value give the p of all orders") {
  // Of the 120 orders only the rising and the falling one are as far from 0.
  CHECK(p_of({1, 2, 3, 4, 5}, 1, rising) == doctest::Approx(2.0 / 120));
  const std::vector<double> values{1, 3, 2, 6, 7, 5, 8};
  const auto change = [](std::span<const double> of) {
    return greatest_change(of, {.replicates = 0, .exact_limit = 0, .strata = {}, .blocks = {}}).statistic;
  };
  CHECK(p_of(values, 1, change) == doctest::Approx(greatest_change(values, {}).p));
}

TEST_CASE("values of a block stay together") {
  // Ten values in five rising blocks: order within blocks adds to S in every order, so the falling order is not as far.
  CHECK(p_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 2, rising) == doctest::Approx(1.0 / 120));
  const auto neighbours = [](std::span<const double> values) {
    double together = 0;
    for (std::size_t i = 0; i + 1 < values.size(); i += 2) together += values[i + 1] - values[i] == 1;
    return together;
  };
  CHECK(p_of({1, 2, 11, 12, 21, 22, 31, 32, 41, 42}, 2, neighbours) == doctest::Approx(1));
}

TEST_CASE("the last block may be shorter and no value is lost") {
  double sum = 0;
  std::size_t size = 0;
  const auto look = [&](std::span<const double> values) {
    sum = 0;
    for (const double value : values) sum += value;
    size = values.size();
    return 1.0;
  };
  CHECK(p_of({1, 2, 3, 4, 5, 6, 7, 8, 9}, 2, look) == doctest::Approx(1));
  CHECK(sum == 45);
  CHECK(size == 9);
}

TEST_CASE("fewer than five blocks and undefined statistics have no p") {
  CHECK(std::isnan(p_of({1, 2, 3, 4}, 1, rising)));
  CHECK(std::isnan(p_of({1, 2, 3, 4, 5, 6, 7, 8}, 2, rising)));
  CHECK(std::isnan(p_of({3, 3, 3, 3, 3}, 1, rising)));
}

TEST_CASE("drawn orders hang on seed and stream alone and find a planted change") {
  std::vector<double> values;
  for (int i = 0; i < 30; ++i) values.push_back((i * 7) % 5 + (i >= 18 ? 20 : 0));
  const SeriesStatistic statistic = [](std::span<const double> of) { return pettitt(of).statistic; };
  const double p = p_of(values, 3, statistic, {.seed = 4, .replicates = 999, .strata = {}, .blocks = {}});
  CHECK(p < 0.02);
  CHECK(p == p_of(values, 3, statistic, {.seed = 4, .replicates = 999, .strata = {}, .blocks = {}}));
}

TEST_CASE("blocks grow with the cube root of the number of periods") {
  CHECK(usual_block(1) == 1);
  CHECK(usual_block(10) == 2);
  CHECK(usual_block(35) == 3);
  CHECK(usual_block(240) == 6);
}
