// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/samples.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "topos/base/number.hpp"
#include "topos/statistics/distributions.hpp"

namespace topos {
namespace {

struct Ranked {
  double value;
  bool is_target;
};

/// P(U <= u) for samples of `m` and `n` values without ties, for each u, by counting the sets of m ranks with each sum.
std::vector<double> lower_probabilities(std::size_t m, std::size_t n) {
  const std::size_t most = m * n;
  // ways[k][s]: sets of k of the ranks seen so far whose U is s.
  std::vector<std::vector<double>> ways(m + 1, std::vector<double>(most + 1));
  ways[0][0] = 1;
  for (std::size_t rank = 1; rank <= m + n; ++rank)
    for (std::size_t k = std::min(rank, m); k > 0; --k) {
      // A k-th target value at this rank lies above `rank - k` reference values.
      const std::size_t below = rank - k;
      if (below > n) break;
      for (std::size_t s = most + 1; s-- > below;) ways[k][s] += ways[k - 1][s - below];
    }
  const double all = std::accumulate(ways[m].begin(), ways[m].end(), 0.0);
  std::partial_sum(ways[m].begin(), ways[m].end(), ways[m].begin());
  for (double& sum : ways[m]) sum /= all;
  return ways[m];
}

}  // namespace

double DocumentCounts::all_hits() const { return std::accumulate(hits.begin(), hits.end(), 0.0); }
double DocumentCounts::all_words() const { return std::accumulate(words.begin(), words.end(), 0.0); }

bool DocumentCounts::is_valid() const {
  assert(hits.size() == words.size());
  const bool counted = std::all_of(hits.begin(), hits.end(), [](double n) { return n >= 0; });
  const bool full = std::all_of(words.begin(), words.end(), [](double n) { return n > 0; });
  return !hits.empty() && counted && full;
}

std::vector<double> DocumentCounts::rates() const {
  std::vector<double> rates(hits.size());
  for (std::size_t i = 0; i < rates.size(); ++i) rates[i] = hits[i] / words[i];
  return rates;
}

RankTest::RankTest(std::size_t targets, std::size_t references) : targets_(targets), references_(references) {}

double RankTest::exact_lower(double u) {
  if (lower_.empty()) lower_ = lower_probabilities(targets_, references_);
  return lower_[static_cast<std::size_t>(u)];
}

MannWhitney RankTest::operator()(std::span<const double> target, std::span<const double> reference) {
  assert(target.size() <= targets_ && reference.size() <= references_);
  if (targets_ == 0 || references_ == 0) return {undefined, undefined, false};
  std::vector<Ranked> all;
  all.reserve(target.size() + reference.size());
  for (const double value : target) all.push_back({value, true});
  for (const double value : reference) all.push_back({value, false});
  std::sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) { return a.value < b.value; });
  const auto m = static_cast<double>(targets_);
  const auto n = static_cast<double>(references_);
  double u = 0;
  double ties = 0;
  double references_below = 0;
  const auto take = [&](double targets, double tied) {
    u += targets * (references_below + (tied - targets) / 2);
    references_below += tied - targets;
    ties += tied * (tied * tied - 1);
  };
  const auto others = static_cast<double>(targets_ - target.size());
  take(others, others + static_cast<double>(references_ - reference.size()));
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    double targets = 0;
    for (; end < all.size() && all[end].value == all[begin].value; ++end) targets += all[end].is_target;
    take(targets, static_cast<double>(end - begin));
  }
  if (ties == 0 && targets_ < 50 && references_ < 50)
    return {u, std::min(1.0, 2 * exact_lower(std::min(u, m * n - u))), true};
  const double total = m + n;
  const double variance = m * n / 12 * (total + 1 - ties / (total * (total - 1)));
  const double distance = std::max(0.0, std::abs(u - m * n / 2) - 0.5);
  return {u, variance > 0 ? 2 * normal_upper(distance / std::sqrt(variance)) : undefined, false};
}

MannWhitney mann_whitney(std::span<const double> target, std::span<const double> reference) {
  return RankTest(target.size(), reference.size())(target, reference);
}

}  // namespace topos
