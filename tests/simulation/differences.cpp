// SPDX-License-Identifier: Apache-2.0
// How often intervals for the difference of two groups hold the planted one, when documents of one cluster resemble
// each other.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "topos/statistics/simulation.hpp"
#include "topos/statistics/two_groups.hpp"

using namespace topos;

namespace {

constexpr int runs = 400;
constexpr double level = 0.95;
constexpr std::array<double, 2> per_1000{5, 8};

/// Four documents a cluster; clusters of the same name in both groups are one unit if paired.
TwoGroups sample(std::size_t clusters, bool paired, std::uint64_t seed) {
  SimulationPlan plan;
  plan.groups = {"a", "b"};
  plan.clusters = clusters;
  plan.documents = 4 * clusters;
  plan.words_cv = 0.5;
  plan.document_cv = 0.3;
  plan.cluster_cv = 0.5;
  plan.phrases = {{"multipolar world", {per_1000[1], per_1000[0]}}};
  plan.seed = seed;
  const Simulation simulation(plan);
  std::vector<ComparedDocument> documents;
  for (std::size_t i = 0; i < simulation.size(); ++i) {
    const SimulatedDocument one = simulation.document(i);
    const std::string cluster = paired ? "cluster " + std::to_string(i % clusters) : one.cluster;
    documents.push_back(
        {one.id, cluster, "", one.group == "a", {static_cast<double>(one.words), static_cast<double>(one.hits[0])}});
  }
  return TwoGroups(std::move(documents));
}

struct Coverage {
  double t = 0;
  double percentile = 0;
};

Coverage coverage(std::size_t clusters, bool paired) {
  const double truth = (per_1000[1] - per_1000[0]) / 1000;
  const auto holds = [&](const std::vector<RateContrast>& contrasts) {
    const Interval& interval = contrasts.front().difference_interval;
    return interval.lower <= truth && truth <= interval.upper ? 1.0 / runs : 0;
  };
  Coverage held;
  for (int run = 0; run < runs; ++run) {
    const TwoGroups two = sample(clusters, paired, 3000 + static_cast<std::uint64_t>(run));
    held.t += holds(two.t_contrasts(level));
    held.percentile += holds(two.contrasts({.seed = 1, .stream = 0, .replicates = 600}, level));
  }
  std::printf("%zu %s clusters: t %.3f, percentile %.3f\n", clusters, paired ? "paired" : "separate", held.t,
              held.percentile);
  return held;
}

}  // namespace

// The standard error of a coverage near .95 is .011 in 400 runs.
TEST_CASE(
    "Student's interval of a difference holds its level from five clusters on, the percentile interval does not") {
  for (const bool paired : {false, true}) {
    for (const std::size_t clusters : {5U, 10U, 20U, 50U}) {
      const double share = coverage(clusters, paired).t;
      CHECK(share > 0.91);
      CHECK(share < 0.985);
    }
    CHECK(coverage(5, paired).percentile < 0.91);
  }
}
