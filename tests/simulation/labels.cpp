// SPDX-License-Identifier: Apache-2.0
// Whether p-values from exchanged labels are uniform where the groups do not differ.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "topos/statistics/permutation.hpp"
#include "topos/statistics/simulation.hpp"

using namespace topos;

namespace {

constexpr int runs = 600;

/// Kolmogorov's D against the uniform distribution and its asymptotic p.   Source: Kolmogorov (1933).
double uniformity(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double distance = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    distance = std::max({distance, values[i] - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - values[i]});
  const double x = distance * (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n));
  double p = 0;
  for (int k = 1; k <= 100; ++k) p += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * x * x);
  std::printf("D %.4f  p %.4f\n", distance, p);
  return p;
}

}  // namespace

TEST_CASE("p-values of exchanged labels are uniform under the null though lengths differ") {
  std::vector<double> values;
  for (int run = 0; run < runs; ++run) {
    SimulationPlan plan;
    plan.groups = {"a", "b"};
    plan.documents = 15;
    plan.words = 300;
    plan.words_cv = 1;
    plan.document_cv = 0.5;
    plan.phrases = {{"multipolar world", {5, 5}}};
    plan.seed = 7000 + static_cast<std::uint64_t>(run);
    const Simulation simulation(plan);
    std::vector<double> rates;
    std::vector<std::uint8_t> target;
    for (std::size_t i = 0; i < simulation.size(); ++i) {
      const SimulatedDocument one = simulation.document(i);
      rates.push_back(static_cast<double>(one.hits[0]) / static_cast<double>(one.words));
      target.push_back(one.group == "a" ? 1 : 0);
    }
    const auto difference = [&](std::span<const std::uint8_t> marks) {
      double sum = 0;
      for (std::size_t i = 0; i < rates.size(); ++i) sum += marks[i] != 0 ? rates[i] : -rates[i];
      return sum;
    };
    PermutationSettings settings;
    settings.seed = static_cast<std::uint64_t>(run);
    settings.replicates = 999;
    values.push_back(permute_labels(target, difference, settings).p);
  }
  CHECK(uniformity(values) > 0.01);
}
