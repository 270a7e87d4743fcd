// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/two_groups.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "topos/base/error.hpp"
#include "topos/statistics/distributions.hpp"

using namespace topos;

namespace {

ComparedDocument document(const char* id, bool target, double words, double hits, const char* cluster = "",
                          const char* stratum = "") {
  return {id, cluster, stratum, target, {words, hits}};
}

/// Six documents of 100 words in each group.
std::vector<ComparedDocument> two_times_six() {
  std::vector<ComparedDocument> documents;
  const double hits[2][6] = {{1, 2, 3, 4, 5, 6}, {4, 5, 6, 7, 8, 9}};
  for (int side = 0; side < 2; ++side)
    for (int i = 0; i < 6; ++i)
      documents.push_back(
          document((std::string(1, side == 0 ? 'r' : 't') + std::to_string(i)).c_str(), side == 1, 100, hits[side][i]));
  return documents;
}

}  // namespace

TEST_CASE("two groups without strata differ by their pooled rates") {
  const TwoGroups two({document("a", true, 2515, 4), document("b", false, 923, 12)});
  const RateContrast contrast = two.contrasts({}, 0.95).front();
  CHECK(contrast.difference == doctest::Approx(4 / 2515.0 - 12 / 923.0));
  CHECK(contrast.log2_rate_ratio == doctest::Approx(-2.9201).epsilon(1e-4));
  CHECK(std::isnan(contrast.difference_interval.lower));
  CHECK(std::isnan(two.permutation_p({}).front()));
}

TEST_CASE("exact relabelings of units give the p of all ways of choosing") {
  const TwoGroups two(two_times_six());
  CHECK(two.targets() == 6);
  // Of the 924 ways of choosing six of these twelve values 32 have a sum as far from the mean as 21 and 39 are: counted
  // by a script.
  CHECK(two.permutation_p({}).front() == doctest::Approx(32 / 924.0));
  const RateContrast contrast = two.contrasts({}, 0.95).front();
  CHECK(contrast.difference == doctest::Approx(0.03));
  CHECK(contrast.difference_interval.lower > 0);
  CHECK(contrast.difference_interval.lower < 0.03);
  CHECK(contrast.difference_interval.upper > 0.03);
}

TEST_CASE("swapping the groups turns the signs") {
  std::vector<ComparedDocument> swapped = two_times_six();
  for (ComparedDocument& one : swapped) one.target = !one.target;
  const TwoGroups two(two_times_six());
  const TwoGroups other(swapped);
  CHECK(two.contrasts({}, 0.95).front().difference == doctest::Approx(-other.contrasts({}, 0.95).front().difference));
  CHECK(two.contrasts({}, 0.95).front().log2_rate_ratio ==
        doctest::Approx(-other.contrasts({}, 0.95).front().log2_rate_ratio));
  CHECK(two.permutation_p({}) == other.permutation_p({}));
}

TEST_CASE("the order of the documents changes nothing") {
  std::vector<ComparedDocument> turned = two_times_six();
  std::reverse(turned.begin(), turned.end());
  const RateContrast first = TwoGroups(two_times_six()).contrasts({}, 0.95).front();
  const RateContrast second = TwoGroups(turned).contrasts({}, 0.95).front();
  CHECK(first.difference_interval.lower == second.difference_interval.lower);
  CHECK(first.ratio_interval.upper == second.ratio_interval.upper);
  CHECK(first.p == second.p);
}

TEST_CASE("a difference that is one of strata vanishes within them") {
  // Simpson's paradox: both strata have equal rates, the target is mostly in the one with many hits.
  std::vector<ComparedDocument> documents;
  for (int i = 0; i < 8; ++i) {
    documents.push_back(document(("a" + std::to_string(i)).c_str(), i < 6, 100, 8, "", "high"));
    documents.push_back(document(("b" + std::to_string(i)).c_str(), i >= 6, 100, 2, "", "low"));
  }
  const TwoGroups within(documents);
  CHECK(within.contrasts({}, 0.95).front().difference == doctest::Approx(0));
  CHECK(within.contrasts({}, 0.95).front().log2_rate_ratio == doctest::Approx(0));
  CHECK(within.permutation_p({}).front() == 1);
  for (ComparedDocument& one : documents) one.stratum.clear();
  CHECK(TwoGroups(documents).contrasts({}, 0.95).front().difference == doctest::Approx(0.03));
}

TEST_CASE("clusters in both groups are compared with themselves") {
  std::vector<ComparedDocument> documents;
  const char* names[] = {"p", "q", "r", "s", "t", "u"};
  for (int i = 0; i < 6; ++i) {
    documents.push_back(document((std::string(names[i]) + "1").c_str(), false, 100, 10 * i, names[i]));
    documents.push_back(document((std::string(names[i]) + "2").c_str(), true, 100, 10 * i + 1 + i, names[i]));
  }
  const TwoGroups two(documents);
  CHECK(two.paired());
  CHECK(two.targets() == 6);
  CHECK(two.contrasts({}, 0.95).front().difference == doctest::Approx(0.035));
  // Only all signs as they are, or all turned, are as far from 0: 2 of 64.
  CHECK(two.permutation_p({}).front() == doctest::Approx(2 / 64.0));
  CHECK(two.samples(0).hits[1] == std::vector<double>{1, 12, 23, 34, 45, 56});
}

TEST_CASE("a cluster in one group only has no part in a comparison of clusters with themselves") {
  const TwoGroups two(
      {document("a1", true, 100, 3, "a"), document("a2", false, 200, 2, "a"), document("b", false, 900, 90, "b")});
  CHECK(two.paired());
  CHECK(two.contrasts({}, 0.95).front().difference == doctest::Approx(0.02));
}

TEST_CASE("clusters that lie in several strata are refused, documents without words are left out") {
  CHECK_THROWS_AS(TwoGroups({document("a", true, 100, 1, "c", "x"), document("b", true, 100, 1, "c", "y"),
                             document("d", false, 100, 1, "e", "x")}),
                  Error);
  const TwoGroups two({document("a", true, 0, 0), document("b", true, 10, 1), document("c", false, 10, 1)});
  CHECK(two.targets() == 1);
}

TEST_CASE("groups without words have undefined contrasts and one for each code") {
  const TwoGroups two({document("a", false, 0, 0), document("b", true, 0, 0)});
  REQUIRE(two.contrasts({}, 0.95).size() == 1);
  CHECK(std::isnan(two.contrasts({}, 0.95).front().difference));
  CHECK(std::isnan(two.permutation_p({}).front()));
}

TEST_CASE("Student's interval of documents of one length is that of Welch") {
  const RateContrast contrast = TwoGroups(two_times_six()).t_contrasts(0.95).front();
  // R: t.test(4:9, 1:6) has the interval 0.5933 .. 5.4067 and p 0.01952.
  CHECK(contrast.difference == doctest::Approx(0.03));
  CHECK(contrast.difference_interval.lower == doctest::Approx(0.005933).epsilon(1e-3));
  CHECK(contrast.difference_interval.upper == doctest::Approx(0.054067).epsilon(1e-4));
  CHECK(contrast.p == doctest::Approx(0.01952).epsilon(1e-3));
  CHECK(contrast.ratio_interval.lower > 0);
  CHECK(contrast.ratio_interval.upper > contrast.log2_rate_ratio);
}

TEST_CASE("Student's interval of paired clusters of one length is that of paired differences") {
  std::vector<ComparedDocument> documents;
  const double before[5] = {3, 1, 4, 1, 5};
  const double after[5] = {5, 2, 6, 3, 9};
  for (int i = 0; i < 5; ++i) {
    const std::string cluster = "c" + std::to_string(i);
    documents.push_back(document(("b" + cluster).c_str(), false, 100, before[i], cluster.c_str()));
    documents.push_back(document(("a" + cluster).c_str(), true, 100, after[i], cluster.c_str()));
  }
  const TwoGroups two(documents);
  REQUIRE(two.paired());
  const RateContrast contrast = two.t_contrasts(0.95).front();
  // Differences 2 1 2 2 4: mean 2.2, standard deviation 1.0954, t of 4 degrees 2.7764.
  CHECK(contrast.difference == doctest::Approx(0.022));
  CHECK(contrast.difference_interval.lower ==
        doctest::Approx(0.022 - 2.7764 * 1.0954 / std::sqrt(5) / 100).epsilon(1e-4));
  CHECK(contrast.difference_interval.upper ==
        doctest::Approx(0.022 + 2.7764 * 1.0954 / std::sqrt(5) / 100).epsilon(1e-4));
}

TEST_CASE("Student's interval is undefined with few units, and where leaving out units changes nothing") {
  CHECK(std::isnan(TwoGroups({document("a", true, 100, 4), document("b", false, 100, 1)}).t_contrasts(0.95).front().p));
  std::vector<ComparedDocument> alike;
  for (int i = 0; i < 12; ++i) alike.push_back(document(("d" + std::to_string(i)).c_str(), i < 6, 100, i < 6 ? 2 : 1));
  const RateContrast contrast = TwoGroups(alike).t_contrasts(0.95).front();
  CHECK(contrast.difference == doctest::Approx(0.01));
  CHECK(std::isnan(contrast.difference_interval.lower));
  CHECK(std::isnan(contrast.p));
}

namespace {

/// Documents of uneven length, one of them longer than all others, some of them in clusters.
std::vector<ComparedDocument> uneven(std::size_t documents, std::size_t clusters) {
  std::vector<ComparedDocument> all;
  for (std::size_t i = 0; i < documents; ++i) {
    const double words = i == 4 ? 30000.0 : 40.0 + static_cast<double>(i * 37 % 101);
    const std::string cluster = clusters == 0 ? "" : "c" + std::to_string(i % clusters);
    all.push_back(document(("d" + std::to_string(i)).c_str(), i % 3 != 0, words, static_cast<double>(i * i % 7),
                           cluster.c_str()));
  }
  return all;
}

void check_rests(const TwoGroups& two) {
  const std::vector<TwoGroups::Rest> rests = two.rests(0);
  REQUIRE(rests.size() == two.units().size());
  for (std::size_t unit = 0; unit < rests.size(); ++unit) {
    const RateContrast exact = two.without(unit).t_contrasts(0.95).front();
    CAPTURE(unit);
    CHECK(rests[unit].difference == doctest::Approx(exact.difference).epsilon(1e-10));
    const double reach = exact.difference_interval.upper - exact.difference;
    CHECK(rests[unit].error * student_upper_quantile(0.025, rests[unit].degrees) ==
          doctest::Approx(reach).epsilon(1e-9));
  }
}

}  // namespace

TEST_CASE("what is left without each unit is what is found by leaving it out") {
  check_rests(TwoGroups(uneven(200, 0)));
  check_rests(TwoGroups(uneven(19, 0)));
  const TwoGroups paired(uneven(200, 40));
  REQUIRE(paired.paired());
  check_rests(paired);
}

TEST_CASE("units are not taken away from sums where there are few of them, or strata") {
  CHECK(TwoGroups(uneven(7, 0)).rests(0).empty());
  std::vector<ComparedDocument> documents = uneven(60, 0);
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i].stratum = i % 2 == 0 ? "x" : "y";
  CHECK(TwoGroups(documents).rests(0).empty());
}

TEST_CASE("permutations of whole numbers and of fractions of them agree") {
  std::vector<ComparedDocument> halves = uneven(60, 0);
  for (ComparedDocument& one : halves)
    for (double& count : one.counts) count *= 0.5;
  CHECK(TwoGroups(uneven(60, 0)).permutation_p({.replicates = 500, .strata = {}, .blocks = {}}).front() ==
        TwoGroups(halves).permutation_p({.replicates = 500, .strata = {}, .blocks = {}}).front());
}
