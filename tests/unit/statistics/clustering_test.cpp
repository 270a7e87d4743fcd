// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/clustering.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace {

topos::DistanceMatrix matrix_of(const std::vector<std::vector<double>>& below) {
  topos::DistanceMatrix matrix(below.size() + 1);
  for (std::size_t i = 0; i < below.size(); ++i)
    for (std::size_t j = 0; j <= i; ++j) matrix.set(i + 1, j, below[i][j]);
  return matrix;
}

}  // namespace

TEST_CASE("average linkage gives the tree of the textbook example") {
  // Five bacterial sequences: a and b at 17, then e at 22, c and d at 28, all at 33.
  const auto merges = topos::average_linkage(matrix_of({{17}, {21, 30}, {31, 34, 28}, {23, 21, 39, 43}}));
  REQUIRE(merges.size() == 4);
  CHECK(merges[0].left == 0);
  CHECK(merges[0].right == 1);
  CHECK(merges[0].height == 17);
  CHECK(merges[1].left == 5);
  CHECK(merges[1].right == 4);
  CHECK(merges[1].height == 22);
  CHECK(merges[2].left == 2);
  CHECK(merges[2].right == 3);
  CHECK(merges[2].height == 28);
  CHECK(merges[3].left == 6);
  CHECK(merges[3].right == 7);
  CHECK(merges[3].height == doctest::Approx(33));
  CHECK(merges[3].size == 5);
  CHECK(topos::leaf_order(merges) == std::vector<std::size_t>{0, 1, 4, 2, 3});
}

TEST_CASE("heights are mean distances between the things of two clusters") {
  std::mt19937 random(5);
  constexpr std::size_t size = 40;
  topos::DistanceMatrix matrix(size);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < i; ++j) matrix.set(i, j, static_cast<double>(random() % 20));
  const auto merges = topos::average_linkage(matrix);
  REQUIRE(merges.size() == size - 1);
  std::vector<std::vector<std::size_t>> clusters;
  for (std::size_t i = 0; i < size; ++i) clusters.push_back({i});
  double before = 0;
  for (const topos::Merge& merge : merges) {
    double sum = 0;
    for (const std::size_t a : clusters[merge.left])
      for (const std::size_t b : clusters[merge.right]) sum += matrix(a, b);
    std::vector<std::size_t> both = clusters[merge.left];
    both.insert(both.end(), clusters[merge.right].begin(), clusters[merge.right].end());
    CHECK(merge.height ==
          doctest::Approx(sum / static_cast<double>(clusters[merge.left].size() * clusters[merge.right].size())));
    CHECK(merge.height >= before - 1e-9);
    CHECK(*std::min_element(clusters[merge.left].begin(), clusters[merge.left].end()) <
          *std::min_element(clusters[merge.right].begin(), clusters[merge.right].end()));
    before = merge.height;
    clusters.push_back(std::move(both));
  }
  CHECK(clusters.back() == topos::leaf_order(merges));
}

TEST_CASE("what has no distance is joined last, and one thing is a cluster") {
  const double undefined = std::numeric_limits<double>::quiet_NaN();
  const auto merges = topos::average_linkage(matrix_of({{undefined}, {undefined, 3}}));
  REQUIRE(merges.size() == 2);
  CHECK(merges[0].height == 3);
  CHECK(std::isnan(merges[1].height));
  CHECK(topos::leaf_order(merges) == std::vector<std::size_t>{0, 1, 2});
  CHECK(topos::average_linkage(topos::DistanceMatrix(1)).empty());
  CHECK(topos::leaf_order({}) == std::vector<std::size_t>{0});
}
