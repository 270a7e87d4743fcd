// SPDX-License-Identifier: Apache-2.0
// How often intervals for a rate hold the planted one, when documents of one cluster resemble each other.
#include <doctest/doctest.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"
#include "topos/statistics/ratio_intervals.hpp"
#include "topos/statistics/simulation.hpp"

using namespace topos;

namespace {

constexpr int runs = 1000;
constexpr double per_1000 = 5;
constexpr double level = 0.95;

struct Sample {
  CountRows rows;
  double words = 0;
  double hits = 0;
};

/// Four documents of about 400 words a cluster; rates differ by half of their mean between clusters, by a third within.
Sample sample(std::size_t clusters, std::uint64_t seed) {
  SimulationPlan plan;
  plan.groups = {"texts"};
  plan.clusters = clusters;
  plan.documents = 4 * clusters;
  plan.words_cv = 0.5;
  plan.document_cv = 0.3;
  plan.cluster_cv = 0.5;
  plan.phrases = {{"multipolar world", {per_1000}}};
  plan.seed = seed;
  const Simulation simulation(plan);
  Sample drawn{CountRows(2)};
  std::vector<CountRow> rows;
  for (std::size_t i = 0; i < simulation.size(); ++i) {
    const SimulatedDocument one = simulation.document(i);
    rows.push_back({one.id, one.cluster, {static_cast<double>(one.words), static_cast<double>(one.hits[0])}});
    drawn.words += rows.back().counts[0];
    drawn.hits += rows.back().counts[1];
  }
  drawn.rows = resampling_rows(std::move(rows));
  return drawn;
}

std::map<std::string, double>& coverage(std::size_t clusters) {
  static std::map<std::size_t, std::map<std::string, double>> known;
  std::map<std::string, double>& held = known[clusters];
  if (!held.empty()) return held;
  for (int run = 0; run < runs; ++run) {
    const Sample drawn = sample(clusters, 1000 + static_cast<std::uint64_t>(run));
    const RatioEstimate estimate =
        ratio_estimates(drawn.rows, {.seed = 1, .stream = 0, .replicates = 1000}, level).at(0);
    const auto look = [&](const char* name, Interval interval) {
      held[name] += interval.lower <= per_1000 / 1000 && per_1000 / 1000 <= interval.upper ? 1.0 / runs : 0;
    };
    look("tokens (Wilson)", wilson_interval(drawn.hits, drawn.words, level));
    look("percentile", estimate.percentile);
    look("BCa", estimate.bca);
    look("expanded", estimate.expanded);
    look("log t", estimate.log_t);
  }
  std::printf("%3zu clusters:", clusters);
  for (const auto& [name, share] : held) std::printf("  %s %.3f", name.c_str(), share);
  std::printf("\n");
  return held;
}

}  // namespace

// The standard error of a coverage near .95 is .007 in 1000 runs.
TEST_CASE("intervals that take tokens for independent hold far less than they promise") {
  for (const std::size_t clusters : {5U, 10U, 20U, 50U}) CHECK(coverage(clusters)["tokens (Wilson)"] < 0.85);
}

TEST_CASE("Student's interval of the log rate holds its level from five clusters on") {
  for (const std::size_t clusters : {5U, 10U, 20U, 50U}) {
    const double share = coverage(clusters)["log t"];
    CHECK(share > 0.92);
    CHECK(share < 0.975);
  }
}

TEST_CASE("plain bootstrap intervals are too narrow with few clusters, the expanded one less so") {
  std::map<std::string, double>& few = coverage(5);
  CHECK(few["percentile"] < 0.88);
  CHECK(few["BCa"] < 0.88);
  CHECK(few["expanded"] > few["percentile"] + 0.04);
  std::map<std::string, double>& many = coverage(50);
  for (const char* name : {"percentile", "BCa", "expanded"}) CHECK(many[name] > 0.92);
}
