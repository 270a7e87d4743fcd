// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/simulation.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "topos/base/error.hpp"

namespace {

using topos::Simulation;
using topos::SimulationPlan;

SimulationPlan plan_of(std::vector<topos::PlantedPhrase> phrases, std::size_t documents = 400) {
  SimulationPlan plan;
  plan.groups = {"a", "b"};
  plan.documents = documents;
  plan.words = 500;
  plan.phrases = std::move(phrases);
  return plan;
}

struct Summary {
  double words = 0;
  double hits = 0;
  double squares = 0;  ///< of what differs from the expected number of hits, over that number
  double documents = 0;
};

std::map<std::string, Summary> summaries(const Simulation& simulation, std::size_t phrase) {
  std::map<std::string, Summary> all;
  for (std::size_t i = 0; i < simulation.size(); ++i) {
    const topos::SimulatedDocument made = simulation.document(i);
    const std::size_t group = i / simulation.plan().documents;
    const double expected = simulation.plan().phrases[phrase].rates[group] * static_cast<double>(made.words) / 1000;
    Summary& sum = all[made.group];
    sum.words += static_cast<double>(made.words);
    sum.hits += static_cast<double>(made.hits[phrase]);
    sum.squares += std::pow(static_cast<double>(made.hits[phrase]) - expected, 2) / expected;
    ++sum.documents;
  }
  return all;
}

}  // namespace

TEST_CASE("without effects counts vary about as Poisson counts do, around the planted rates") {
  for (const auto& [group, sum] :
       summaries(Simulation(plan_of({{"multipolar world", {4, 8}}, {"order", {10, 10}}})), 0)) {
    CHECK(sum.hits / sum.words * 1000 == doctest::Approx(group == "a" ? 4 : 8).epsilon(0.06));
    CHECK(sum.words / sum.documents == doctest::Approx(500).epsilon(0.04));
    CHECK(sum.squares / sum.documents == doctest::Approx(1).epsilon(0.15));
  }
}

TEST_CASE("effects of documents add variance and leave the mean") {
  SimulationPlan plan = plan_of({{"order", {10, 10}}}, 1500);
  plan.document_cv = 1;
  plan.words_cv = 0;
  for (const auto& [group, sum] : summaries(Simulation(plan), 0)) {
    CHECK(sum.hits / sum.words * 1000 == doctest::Approx(10).epsilon(0.08));
    // m + m^2 over m for a mean of 5
    CHECK(sum.squares / sum.documents == doctest::Approx(6).epsilon(0.35));
  }
}

TEST_CASE("documents of a cluster share its effect") {
  SimulationPlan plan = plan_of({{"order", {10, 10}}}, 60);
  plan.clusters = 6;
  plan.cluster_cv = 0.5;
  const Simulation simulation(plan);
  for (std::size_t i = 0; i < simulation.size(); ++i) {
    const topos::SimulatedDocument made = simulation.document(i);
    const topos::SimulatedDocument first = simulation.document(i - i % 60 + i % 6);
    CHECK(made.cluster == first.cluster);
    CHECK(made.rates == first.rates);
  }
  CHECK(simulation.document(0).rates != simulation.document(1).rates);
}

TEST_CASE("a document is the same whatever stands behind it") {
  const SimulationPlan small = plan_of({{"order", {10, 10}}}, 3);
  SimulationPlan large = plan_of({{"order", {10, 10, 10}}}, 300);
  large.groups.emplace_back("c");
  CHECK(Simulation(small).document(4).text == Simulation(large).document(301).text);
}

TEST_CASE("the first words of a corpus are fixed") {
  SimulationPlan plan = plan_of({{"order", {10, 10}}}, 1);
  plan.document_cv = 0.5;
  CHECK(Simulation(plan).document(0).text.substr(0, 40) == "Baba nifi mabi niga gogi luko buru vila.");
}

TEST_CASE("no document is filled with phrases alone") {
  SimulationPlan plan = plan_of({{"order", {120, 120}}}, 200);
  plan.document_cv = 10;
  const Simulation simulation(plan);
  for (std::size_t i = 0; i < simulation.size(); ++i) {
    const topos::SimulatedDocument made = simulation.document(i);
    CHECK(made.rates[0] <= 800.000001);
    CHECK(made.hits[0] * 2 <= made.words);
  }
}
