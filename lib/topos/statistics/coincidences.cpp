// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/coincidences.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "topos/base/number.hpp"

namespace topos {
namespace {

/// Units with the same values are one kind, so that a replicate adds up few of them.
struct Kinds {
  std::vector<std::vector<std::uint32_t>> places;
  /// Kinds of each cluster's units and how many of them it has.
  std::vector<std::vector<std::pair<std::uint32_t, double>>> clusters;
};

Kinds kinds_of(const Ratings& ratings, std::span<const std::uint32_t> clusters, const Coincidences& coincidences) {
  Kinds kinds;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
  std::map<std::uint32_t, std::map<std::uint32_t, double>> by_cluster;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    std::vector<std::uint32_t> places;
    for (const double value : ratings.given(unit)) places.push_back(coincidences.place(value));
    if (places.size() < 2) continue;
    std::sort(places.begin(), places.end());
    const auto [at, added] = numbers.try_emplace(places, static_cast<std::uint32_t>(kinds.places.size()));
    if (added) kinds.places.push_back(std::move(places));
    ++by_cluster[clusters[unit]][at->second];
  }
  for (const auto& [cluster, counts] : by_cluster) kinds.clusters.emplace_back(counts.begin(), counts.end());
  return kinds;
}

}  // namespace

Coincidences::Coincidences(std::vector<double> values)
    : values_(std::move(values)), cells_(values_.size() * values_.size()), totals_(values_.size()) {}

void Coincidences::add(std::span<const std::uint32_t> places, double times) {
  if (places.size() < 2) return;
  const double weight = times / static_cast<double>(places.size() - 1);
  for (std::size_t i = 0; i < places.size(); ++i) {
    totals_[places[i]] += times;
    sum_ += times;
    for (std::size_t j = 0; j < places.size(); ++j)
      if (i != j) cells_[places[i] * values_.size() + places[j]] += weight;
  }
}

void Coincidences::clear() {
  std::fill(cells_.begin(), cells_.end(), 0);
  std::fill(totals_.begin(), totals_.end(), 0);
  sum_ = 0;
}

std::uint32_t Coincidences::place(double value) const {
  return static_cast<std::uint32_t>(std::lower_bound(values_.begin(), values_.end(), value) - values_.begin());
}

std::vector<double> Coincidences::ranks() const {
  std::vector<double> ranks;
  double below = 0;
  for (const double total : totals_) {
    ranks.push_back(below + total / 2);
    below += total;
  }
  return ranks;
}

double Coincidences::alpha(AlphaMetric metric) const {
  if (metric == AlphaMetric::ratio && !values_.empty() && values_.front() < 0) return undefined;
  const std::vector<double> rank = metric == AlphaMetric::ordinal ? ranks() : std::vector<double>();
  const auto distance = [&](std::size_t i, std::size_t j) {
    if (metric == AlphaMetric::nominal) return 1.0;
    const double apart = metric == AlphaMetric::ordinal ? rank[i] - rank[j] : values_[i] - values_[j];
    const double scaled = metric == AlphaMetric::ratio ? apart / (values_[i] + values_[j]) : apart;
    return scaled * scaled;
  };
  const std::size_t n = values_.size();
  double observed = 0;
  double expected = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j || totals_[i] == 0 || totals_[j] == 0) continue;
      observed += cells_[i * n + j] * distance(i, j);
      expected += totals_[i] * totals_[j] * distance(i, j);
    }
  return expected > 0 ? 1 - (sum_ - 1) * observed / expected : undefined;
}

double krippendorff_alpha(const Ratings& ratings, AlphaMetric metric) {
  Coincidences coincidences(ratings.categories());
  std::vector<std::uint32_t> places;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    places.clear();
    for (const double value : ratings.given(unit)) places.push_back(coincidences.place(value));
    coincidences.add(places, 1);
  }
  return coincidences.alpha(metric);
}

Interval alpha_interval(const Ratings& ratings, std::span<const std::uint32_t> clusters, AlphaMetric metric,
                        const BootstrapSettings& settings, double level) {
  assert(clusters.size() == ratings.units());
  Coincidences coincidences(ratings.categories());
  const Kinds kinds = kinds_of(ratings, clusters, coincidences);
  if (kinds.clusters.size() < least_documents) return {undefined, undefined};
  std::vector<std::uint32_t> weights(kinds.clusters.size());
  std::vector<double> times(kinds.places.size());
  std::vector<double> replicates;
  for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
    draw_weights(weights, settings, replicate);
    std::fill(times.begin(), times.end(), 0);
    for (std::size_t cluster = 0; cluster < weights.size(); ++cluster)
      for (const auto& [kind, count] : kinds.clusters[cluster]) times[kind] += weights[cluster] * count;
    coincidences.clear();
    for (std::size_t kind = 0; kind < times.size(); ++kind)
      if (times[kind] > 0) coincidences.add(kinds.places[kind], times[kind]);
    if (const double alpha = coincidences.alpha(metric); !std::isnan(alpha)) replicates.push_back(alpha);
  }
  // Where many draws hold one category only, the others say little about alpha.
  if (static_cast<double>(replicates.size()) < level * settings.replicates) return {undefined, undefined};
  return percentile_interval(std::move(replicates), level);
}

}  // namespace topos
