// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/projection.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace topos;

namespace {

/// Two actors and three frames that they speak for (stance 0) or against (1): A +x +y −z, B +x −y +z.
Profiles two_actors() {
  Profiles profiles(2, 3, 2);
  for (const auto& [row, column, stance] :
       {std::array<std::size_t, 3>{0, 0, 0}, {0, 1, 0}, {0, 2, 1}, {1, 0, 0}, {1, 1, 1}, {1, 2, 0}})
    profiles.at(row, column, stance) = 1;
  return profiles;
}

}  // namespace

TEST_CASE("two actors agree on one of three frames and are at odds about two") {
  const auto ties = project(two_actors(), same_stance(2), Normalization::none);
  REQUIRE(ties.size() == 1);
  CHECK(ties[0].congruence == 1);
  CHECK(ties[0].conflict == 2);
  CHECK(ties[0].shared == 3);
}

TEST_CASE("divided by mean activity these are a third and two thirds") {
  const auto ties = project(two_actors(), same_stance(2), Normalization::average);
  CHECK(ties[0].congruence == doctest::Approx(1 / 3.0));
  CHECK(ties[0].conflict == doctest::Approx(2 / 3.0));
  CHECK(ties[0].congruence - ties[0].conflict == doctest::Approx(-1 / 3.0));
}

TEST_CASE("jaccard divides by what either has and cosine by the geometric mean") {
  CHECK(project(two_actors(), same_stance(2), Normalization::jaccard)[0].congruence == doctest::Approx(.2));
  CHECK(project(two_actors(), same_stance(2), Normalization::cosine)[0].congruence == doctest::Approx(1 / 3.0));
  Profiles counts(2, 2, 1);
  counts.at(0, 0, 0) = 3;
  counts.at(0, 1, 0) = 4;
  counts.at(1, 0, 0) = 6;
  counts.at(1, 1, 0) = 8;
  CHECK(project(counts, same_stance(1), Normalization::cosine)[0].congruence == doctest::Approx(1));
  CHECK(project(counts, same_stance(1), Normalization::none)[0].congruence == 50);
}

TEST_CASE("on a scale stances are the nearer the smaller their distance") {
  // Two and three statements, at -4 and -2 of a scale of ten: 2 · 3 · (1 − 2 / 10).
  Profiles profiles(2, 1, 3);
  profiles.at(0, 0, 0) = 2;
  profiles.at(1, 0, 1) = 3;
  const auto ties = project(profiles, scaled_stance(std::vector<double>{-4, -2, 6}), Normalization::none);
  CHECK(ties[0].congruence == doctest::Approx(4.8));
  CHECK(ties[0].conflict == doctest::Approx(1.2));
}

TEST_CASE("rows that share no column have no tie") {
  Profiles profiles(3, 2, 1);
  profiles.at(0, 0, 0) = 1;
  profiles.at(1, 1, 0) = 1;
  CHECK(project(profiles, same_stance(1), Normalization::cosine).empty());
  CHECK(project(Profiles(0, 0, 1), same_stance(1), Normalization::none).empty());
}

TEST_CASE(
    "Deviations are alike for rows that stress the same and opposite for those that stress what the other leaves out") {
  Profiles profiles(4, 3, 1);
  const double weights[4][3] = {{6, 2, 2}, {60, 20, 20}, {2, 6, 2}, {2, 4, 4}};
  for (std::size_t row = 0; row < 4; ++row)
    for (std::size_t column = 0; column < 3; ++column) profiles.at(row, column, 0) = weights[row][column];
  const auto ties = project_deviations(profiles);
  REQUIRE(ties.size() == 6);
  CHECK(ties[0].congruence == doctest::Approx(1));
  CHECK(ties[2].congruence < -.9);
  CHECK(ties[2].shared == 3);
}

TEST_CASE("rows with the shares of all have no deviation") {
  Profiles profiles(3, 2, 1);
  for (std::size_t row = 0; row < 2; ++row)
    for (std::size_t column = 0; column < 2; ++column) profiles.at(row, column, 0) = 3;
  CHECK(project_deviations(profiles).empty());
}
