// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/permutation.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>

#include "topos/statistics/random.hpp"

namespace topos {
namespace {

/// Blocks of one stratum: the labels they have, and the items of each.
struct Stratum {
  std::vector<std::uint8_t> labels;
  std::vector<std::vector<std::size_t>> items;
};

std::vector<Stratum> strata_of(std::span<const std::uint8_t> target, const PermutationSettings& settings) {
  assert(settings.strata.empty() || settings.strata.size() == target.size());
  assert(settings.blocks.empty() || settings.blocks.size() == target.size());
  std::map<std::uint32_t, Stratum> strata;
  std::map<std::uint32_t, std::pair<std::uint32_t, std::size_t>> places;
  for (std::size_t item = 0; item < target.size(); ++item) {
    const std::uint32_t stratum = settings.strata.empty() ? 0 : settings.strata[item];
    const auto block = settings.blocks.empty() ? static_cast<std::uint32_t>(item) : settings.blocks[item];
    Stratum& of = strata[stratum];
    const auto [place, is_new] = places.try_emplace(block, stratum, of.items.size());
    if (is_new) {
      of.labels.push_back(target[item]);
      of.items.emplace_back();
    }
    assert(place->second.first == stratum && of.labels[place->second.second] == target[item]);
    of.items[place->second.second].push_back(item);
  }
  std::vector<Stratum> list;
  for (auto& [number, stratum] : strata) list.push_back(std::move(stratum));
  return list;
}

double ways(const std::vector<Stratum>& strata) {
  double ways = 1;
  for (const Stratum& stratum : strata) {
    const double marked = static_cast<double>(std::count(stratum.labels.begin(), stratum.labels.end(), 1));
    const double all = static_cast<double>(stratum.labels.size());
    for (double i = 1; i <= marked; ++i) ways = ways * (all - marked + i) / i;
  }
  return std::round(ways);
}

/// Gives the items of all strata the labels of their blocks.
void write_labels(const std::vector<Stratum>& strata, std::span<std::uint8_t> target) {
  for (const Stratum& stratum : strata)
    for (std::size_t block = 0; block < stratum.items.size(); ++block)
      for (const std::size_t item : stratum.items[block]) target[item] = stratum.labels[block];
}

/// The next way of giving labels, strata turning like the wheels of a counter; false after the last one.
bool advance(std::vector<Stratum>& strata) {
  for (Stratum& stratum : strata)
    if (std::next_permutation(stratum.labels.begin(), stratum.labels.end())) return true;
  return false;
}

}  // namespace

double relabelings(std::span<const std::uint8_t> target, const PermutationSettings& settings) {
  return ways(strata_of(target, settings));
}

RelabelingVisit each_relabeling(std::span<const std::uint8_t> target,
                                const std::function<void(std::span<const std::uint8_t>)>& visit,
                                const PermutationSettings& settings) {
  std::vector<Stratum> strata = strata_of(target, settings);
  std::vector<std::uint8_t> labels(target.begin(), target.end());
  const double all = ways(strata);
  if (all < 2) return {all, true};
  if (all <= settings.exact_limit) {
    for (Stratum& stratum : strata) std::sort(stratum.labels.begin(), stratum.labels.end());
    do {
      write_labels(strata, labels);
      visit(labels);
    } while (advance(strata));
    return {all, true};
  }
  const std::vector<Stratum> given = strata;
  for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
    Random random(settings.seed, settings.stream, replicate);
    for (std::size_t at = 0; at < strata.size(); ++at) strata[at].labels = given[at].labels;
    for (Stratum& stratum : strata) random.shuffle(std::span(stratum.labels));
    write_labels(strata, labels);
    visit(labels);
  }
  return {static_cast<double>(settings.replicates), false};
}

double permutation_p(double far, const RelabelingVisit& visited) {
  if (visited.exact)
    return visited.relabelings < 2 ? std::numeric_limits<double>::quiet_NaN() : far / visited.relabelings;
  return (far + 1) / (visited.relabelings + 1);
}

double as_far_as(double observed) { return std::abs(observed) * (1 - 1e-12); }

PermutationResult permute_labels(std::span<const std::uint8_t> target, const LabelStatistic& statistic,
                                 const PermutationSettings& settings) {
  const double observed = statistic(target);
  const double all = relabelings(target, settings);
  PermutationResult result{observed, std::numeric_limits<double>::quiet_NaN(), all, all <= settings.exact_limit};
  if (std::isnan(observed)) return result;
  const double bound = as_far_as(observed);
  double far = 0;
  const RelabelingVisit visited = each_relabeling(
      target, [&](std::span<const std::uint8_t> labels) { far += std::abs(statistic(labels)) >= bound; }, settings);
  return {observed, permutation_p(far, visited), visited.relabelings, visited.exact};
}

}  // namespace topos
