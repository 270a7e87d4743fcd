// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"
#include "topos/statistics/random.hpp"

using namespace topos;

namespace {

/// Three documents: words and hits.
CountRows three_documents() { return resampling_rows({{"c", "", {200, 7}}, {"a", "", {100, 2}}, {"b", "", {50, 0}}}); }

}  // namespace

TEST_CASE("the generator gives the published words of Philox 4x32 with ten rounds") {
  using Words = std::array<std::uint32_t, 4>;
  CHECK(Random::philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(Random::philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(Random::philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("random numbers depend on seed, stream and replicate") {
  CHECK(Random(1, 0, 0).next() == Random(1, 0, 0).next());
  std::set<std::uint32_t> firsts;
  for (const auto& [seed, stream, replicate] :
       {std::tuple{1u, 0u, 0u}, std::tuple{2u, 0u, 0u}, std::tuple{1u, 1u, 0u}, std::tuple{1u, 0u, 1u}})
    firsts.insert(Random(seed, stream, replicate).next());
  CHECK(firsts.size() == 4);
}

TEST_CASE("bounded numbers are below their bound and each comes as often") {
  Random random(7, 0, 0);
  std::array<int, 6> counts{};
  for (int i = 0; i < 60000; ++i) {
    const std::uint32_t number = random.below(6);
    REQUIRE(number < 6);
    ++counts[number];
  }
  for (const int count : counts) CHECK(std::abs(count - 10000) < 400);
  CHECK(random.below(1) == 0);
}

TEST_CASE("a shuffle keeps the values and makes each order as likely") {
  std::map<std::array<int, 3>, int> orders;
  for (std::uint32_t replicate = 0; replicate < 6000; ++replicate) {
    std::array<int, 3> values{1, 2, 3};
    Random(3, 0, replicate).shuffle(std::span<int>(values));
    ++orders[values];
  }
  CHECK(orders.size() == 6);
  for (const auto& [order, count] : orders) CHECK(std::abs(count - 1000) < 150);
}

TEST_CASE("rows are ordered by id and rows of one cluster are added up") {
  const CountRows rows =
      resampling_rows({{"c", "y", {4, 1}}, {"b", "x", {2, 0}}, {"a", "y", {3, 1}}, {"z", "", {5, 5}}});
  REQUIRE(rows.rows() == 3);
  CHECK(rows.row(0)[0] == 2);
  CHECK(rows.row(1)[0] == 7);
  CHECK(rows.row(1)[1] == 2);
  CHECK(rows.row(2)[0] == 5);
  CHECK(resampling_rows({{"x", "", {1}}, {"a", "x", {1}}}).rows() == 2);
}

TEST_CASE("all resamples of three documents have the ten rates that can be counted by hand") {
  const CountRows rows = three_documents();
  std::vector<double> rates;
  std::set<double> different;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t k = 0; k < 3; ++k) {
        const double hits = rows.row(i)[1] + rows.row(j)[1] + rows.row(k)[1];
        const double words = rows.row(i)[0] + rows.row(j)[0] + rows.row(k)[0];
        rates.push_back(1000 * hits / words);
        different.insert(std::round(1e6 * rates.back()) / 1e6);
      }
  std::sort(rates.begin(), rates.end());
  CHECK(different.size() == 10);
  CHECK(quantile(rates, 0.5) == doctest::Approx(25.714).epsilon(1e-4));
  for (const double drawn : BootstrapSums(rows, {}).ratios(1))
    REQUIRE(different.contains(std::round(1e9 * drawn) / 1e6));
}

TEST_CASE("drawn resamples come as often as they should") {
  const std::vector<double> ratios =
      BootstrapSums(three_documents(), {.seed = 5, .stream = 0, .replicates = 27000}).ratios(1);
  const auto zeros = std::count(ratios.begin(), ratios.end(), 0.0);
  CHECK(std::abs(static_cast<double>(zeros) - 1000) < 150);
  std::vector<double> sorted = ratios;
  std::sort(sorted.begin(), sorted.end());
  CHECK(quantile(sorted, 0.5) == doctest::Approx(0.025714).epsilon(1e-4));
}

TEST_CASE("a replicate does not depend on how many there are nor on the order of the documents") {
  const BootstrapSums few(three_documents(), {.seed = 9, .stream = 2, .replicates = 10});
  const BootstrapSums many(resampling_rows({{"a", "", {100, 2}}, {"b", "", {50, 0}}, {"c", "", {200, 7}}}),
                           {.seed = 9, .stream = 2, .replicates = 20});
  for (std::size_t at = 0; at < 10; ++at)
    for (std::size_t column = 0; column < 2; ++column) CHECK(few.replicate(at)[column] == many.replicate(at)[column]);
  CHECK(BootstrapSums(three_documents(), {.seed = 9, .stream = 3, .replicates = 10}).ratios(1) != few.ratios(1));
}

TEST_CASE("weights of a replicate add up to the number of rows") {
  std::vector<std::uint32_t> weights(17);
  for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
    draw_weights(weights, {}, replicate);
    std::uint32_t sum = 0;
    for (const std::uint32_t weight : weights) sum += weight;
    CHECK(sum == 17);
  }
}

TEST_CASE("ratios without denominator are NaN") {
  const CountRows rows = resampling_rows({{"a", "", {0, 0}}, {"b", "", {10, 1}}});
  const std::vector<double> jackknife = jackknife_ratios(rows, 1);
  CHECK(jackknife[0] == doctest::Approx(0.1));
  CHECK(std::isnan(jackknife[1]));
}
