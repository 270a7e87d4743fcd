// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/sparse_permutation.hpp"

#include <doctest/doctest.h>

#include <cmath>

using topos::SparsePermutation;

TEST_CASE("p of a thing that parts two groups wholly is that of all relabelings") {
  // 1 2 3 against 4 5 6: two of the twenty relabelings are as far.
  SparsePermutation test({100, 100, 100, 100, 100, 100}, {1, 1, 1, 0, 0, 0}, {.strata = {}, .blocks = {}});
  const std::vector<SparsePermutation::Count> all{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}};
  const std::vector<SparsePermutation::Count> few{{0, 5}};
  test.add(all);
  test.add(few);
  CHECK(test.held() == 7);
  const std::vector<double> p = test.p();
  CHECK(p.at(0) == doctest::Approx(0.1));
  CHECK(p.at(1) == doctest::Approx(1));
  CHECK(test.held() == 0);
  test.add(all);
  CHECK(test.p().at(0) == doctest::Approx(0.1));
}

TEST_CASE("it agrees with the test of one statistic at a time when words differ and relabelings are drawn") {
  std::vector<double> words;
  std::vector<std::uint8_t> target;
  std::vector<SparsePermutation::Count> counts;
  std::vector<double> n(40, 0);
  for (std::uint32_t i = 0; i < 40; ++i) {
    words.push_back(100 + 17 * (i % 7));
    target.push_back(i % 3 == 0 ? 1 : 0);
    if (i % 4 != 0) continue;
    n[i] = 1 + i % 5;
    counts.push_back({i, n[i]});
  }
  const topos::PermutationSettings settings{
      .seed = 4, .stream = 2, .replicates = 999, .exact_limit = 100, .strata = {}, .blocks = {}};
  SparsePermutation test(words, target, settings);
  test.add(counts);
  const auto difference = [&](std::span<const std::uint8_t> labels) {
    double hits[2] = {0, 0};
    double sizes[2] = {0, 0};
    for (std::size_t i = 0; i < 40; ++i) {
      hits[labels[i]] += n[i];
      sizes[labels[i]] += words[i];
    }
    return hits[1] / sizes[1] - hits[0] / sizes[0];
  };
  CHECK(test.p().at(0) == doctest::Approx(topos::permute_labels(target, difference, settings).p));
}

TEST_CASE("labels that cannot change give no p") {
  const std::vector<std::uint32_t> strata{0, 1};
  SparsePermutation test({10, 10}, {1, 0}, {.strata = strata, .blocks = {}});
  test.add(std::vector<SparsePermutation::Count>{{0, 3}});
  CHECK(std::isnan(test.p().at(0)));
}
