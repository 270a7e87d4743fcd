// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "topos/base/error.hpp"
#include "topos/statistics/measure_input.hpp"
#include "topos/statistics/random.hpp"

using namespace topos;

namespace {

double value(const char* id, const std::string& input) { return compute(*find_measure(id).variant, input); }

std::string list(Random& random, std::size_t size, std::uint32_t bound, std::uint32_t least = 0) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) (text += i == 0 ? "" : ",") += std::to_string(least + random.below(bound));
  return text;
}

}  // namespace

TEST_CASE("deviations of proportions keep their bounds") {
  for (std::uint32_t run = 0; run < 200; ++run) {
    Random random(21, 0, run);
    const std::string input = "sizes=" + list(random, 6, 50, 1) + " counts=" + list(random, 6, 4);
    const double dp = value("dp", input);
    if (std::isnan(dp)) continue;
    CHECK(dp >= 0);
    CHECK(value("dp_norm", input) <= 1 + 1e-12);
    CHECK(value("dp_norm", input) >= dp);
    CHECK(value("kld", input) >= 0);
    CHECK(value("da", input) <= 1);
    CHECK(value("rosengren_s", input) <= 1 + 1e-12);
  }
}

TEST_CASE("reduced frequencies are between one and the frequency") {
  for (std::uint32_t run = 0; run < 100; ++run) {
    Random random(22, 0, run);
    std::string positions;
    int count = 0;
    for (int i = 0; i < 100; ++i)
      if (random.below(7) == 0) (positions += count++ == 0 ? "" : ",") += std::to_string(i);
    if (count == 0) continue;
    for (const char* id : {"arf", "f_awt", "f_ald"}) {
      const double reduced = value(id, "size=100 positions=" + positions);
      CHECK(reduced >= 1 - 1e-9);
      CHECK(reduced <= count + 1e-9);
    }
  }
}

TEST_CASE("agreement does not change when coders or nominal categories are renamed") {
  CHECK(value("krippendorff_alpha", "units=12,11,33,31") ==
        doctest::Approx(value("krippendorff_alpha", "units=21,11,33,13")));
  CHECK(value("krippendorff_alpha", "units=12,11,33,31") ==
        doctest::Approx(value("krippendorff_alpha", "units=75,77,22,27")));
  CHECK(value("cohen_kappa", "units=12,11,33,31") == doctest::Approx(value("cohen_kappa", "units=75,77,22,27")));
}

TEST_CASE("distances do not depend on the order of the two profiles and are 0 to oneself") {
  for (std::uint32_t run = 0; run < 50; ++run) {
    Random random(23, 0, run);
    const std::string a = list(random, 5, 9, 1);
    const std::string b = list(random, 5, 9, 1);
    for (const char* id : {"jsd", "cosine_distance", "set_jaccard_distance", "gower", "burrows_delta"}) {
      const std::string scale = id[0] == 'g' || id[0] == 'b' ? " scale=9,9,9,9,9" : "";
      CAPTURE(id);
      CHECK(value(id, "a=" + a + " b=" + b + scale) == doctest::Approx(value(id, "a=" + b + " b=" + a + scale)));
      CHECK(std::abs(value(id, "a=" + a + " b=" + a + scale)) < 1e-12);
    }
  }
}

TEST_CASE("exchanging two groups turns differences and keeps probabilities") {
  const std::string there = "target=1,4,2 target_words=90,100,80 reference=5,3,8,2 reference_words=100,60,90,70";
  const std::string back = "target=5,3,8,2 target_words=100,60,90,70 reference=1,4,2 reference_words=90,100,80";
  for (const char* id : {"rate_difference", "log2_rate_ratio", "cliffs_delta", "hedges_g"})
    CHECK(value(id, there) == doctest::Approx(-value(id, back)));
  for (const char* id : {"mann_whitney_p", "permutation", "permutation_pooled"})
    CHECK(value(id, there) == doctest::Approx(value(id, back)));
}

TEST_CASE("a series read backwards has the opposite trend and the same change") {
  const std::string there = "values=1,2,1,3,8,9,7,8,9";
  const std::string back = "values=9,8,7,9,8,3,1,2,1";
  for (const char* id : {"mann_kendall", "mann_kendall_z", "theil_sen"})
    CHECK(value(id, there) == doctest::Approx(-value(id, back)));
  CHECK(value("pettitt_after", there) == 9 - value("pettitt_after", back));
  CHECK(value("least_squares_change", there) == 9 - value("least_squares_change", back));
}

TEST_CASE("input that is not what the measure needs is an error") {
  for (const char* input : {"O11=1", "O11=1 R1=2 C1=3 N=4 X=5", "O11=a R1=2 C1=3 N=4", "O11", "O11=1 O11=2"})
    CHECK_THROWS_AS(value("ll4", input), Error);
  CHECK_THROWS_AS(value("dp", "sizes=1,2 counts=1"), Error);
  CHECK_THROWS_AS(value("arf", "size=10 positions=3,2"), Error);
  CHECK_THROWS_AS(value("arf", "size=10 positions=10"), Error);
  CHECK_THROWS_AS(value("cohen_kappa", "table=1,2,3"), Error);
  CHECK_THROWS_AS(value("span_f1", "first=5-2 second="), Error);
}
