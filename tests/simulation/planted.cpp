// SPDX-License-Identifier: Apache-2.0
// Whether a planted interaction of source and time is found, and a planted nothing is not.
#include <doctest/doctest.h>

#include <cstdio>
#include <vector>

#include "topos/statistics/permutation.hpp"
#include "topos/statistics/simulation.hpp"

using namespace topos;

namespace {

constexpr int runs = 200;
constexpr std::size_t eastward = 0;  // three times as frequent after the cut, in one source alone
constexpr std::size_t security = 1;  // the same everywhere

struct Document {
  std::string group;
  std::vector<double> rates;
};

std::vector<Document> corpus(std::uint64_t seed) {
  SimulationPlan plan;
  plan.groups = {"mfa before", "mfa after", "oped before", "oped after"};
  plan.documents = 6;
  plan.words = 800;
  plan.document_cv = 0.2;
  plan.phrases = {{"eastward turn", {4, 12, 4, 4}}, {"security guarantee", {5, 5, 5, 5}}};
  plan.seed = seed;
  const Simulation simulation(plan);
  std::vector<Document> documents;
  for (std::size_t i = 0; i < simulation.size(); ++i) {
    const SimulatedDocument one = simulation.document(i);
    Document document{one.group, {}};
    for (const std::size_t hits : one.hits)
      document.rates.push_back(static_cast<double>(hits) / static_cast<double>(one.words));
    documents.push_back(std::move(document));
  }
  return documents;
}

/// p of the difference of mean rates between two groups of six documents.
double p_between(const std::vector<Document>& documents, std::size_t phrase, const char* a, const char* b,
                 std::uint64_t seed) {
  std::vector<double> rates;
  std::vector<std::uint8_t> target;
  for (const Document& one : documents) {
    if (one.group != a && one.group != b) continue;
    rates.push_back(one.rates[phrase]);
    target.push_back(one.group == a ? 1 : 0);
  }
  const auto difference = [&](std::span<const std::uint8_t> marks) {
    double sum = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) sum += marks[i] != 0 ? rates[i] : -rates[i];
    return sum;
  };
  PermutationSettings settings;
  settings.seed = seed;
  return permute_labels(target, difference, settings).p;
}

}  // namespace

TEST_CASE("planted effects are found and planted nulls are not") {
  int found = 0;
  int silent = 0;
  int false_alarms = 0;
  for (int run = 0; run < runs; ++run) {
    const auto seed = 300 + static_cast<std::uint64_t>(run);
    const std::vector<Document> documents = corpus(seed);
    if (p_between(documents, eastward, "mfa after", "mfa before", seed) <= 0.05) ++found;
    if (p_between(documents, eastward, "oped after", "oped before", seed) > 0.05) ++silent;
    if (p_between(documents, security, "mfa after", "mfa before", seed) <= 0.05) ++false_alarms;
  }
  std::printf("found %d of %d; silent in the other source %d; false alarms %d\n", found, runs, silent, false_alarms);
  CHECK(found >= 0.95 * runs);
  CHECK(silent >= 0.9 * runs);
  CHECK(false_alarms <= 0.1 * runs);
}
