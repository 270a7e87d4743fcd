// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "topos/statistics/two_groups.hpp"

namespace topos {
namespace {

void add_counts(std::vector<double>& sums, const std::vector<double>& counts, double weight = 1) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weight * counts[i];
}

}  // namespace

std::vector<double> TwoGroups::permutation_p(const PermutationSettings& given) const {
  std::vector<double> p(codes(), undefined);
  if (std::min(sizes_[0], sizes_[1]) < least_documents) return p;
  return paired_ ? exchanged_p(given) : relabelled_p(given);
}

/// Sums of both sides of each stratum, as the reference, if all counts are whole numbers: those may be taken away from
/// their sums without a trace.
std::optional<TwoGroups::Strata> TwoGroups::whole_sums(const Strata& given) const {
  for (const Piece& piece : pieces_)
    for (const double count : piece.counts)
      if (count != std::floor(count)) return std::nullopt;
  Strata all = given;
  for (Sides& sides : all) add_counts(sides[0], sides[1]);
  return all;
}

/// The sums of labels that are given otherwise, of which those are added up that are fewer.
TwoGroups::Strata TwoGroups::sums_of_fewer(const Strata& whole, std::span<const std::uint8_t> targets) const {
  const std::size_t fewer = 2 * sizes_[1] <= pieces_.size() ? 1 : 0;
  Strata strata(strata_, {std::vector<double>(codes() + 1), std::vector<double>(codes() + 1)});
  for (std::size_t i = 0; i < pieces_.size(); ++i)
    if (targets[i] == fewer) add_counts(strata[pieces_[i].stratum][fewer], pieces_[i].counts);
  for (std::size_t stratum = 0; stratum < strata_; ++stratum) {
    std::vector<double>& rest = strata[stratum][1 - fewer];
    rest = whole[stratum][0];
    add_counts(rest, strata[stratum][fewer], -1);
  }
  return strata;
}

std::vector<double> TwoGroups::relabelled_p(PermutationSettings settings) const {
  std::vector<std::uint8_t> labels;
  std::vector<std::uint32_t> strata;
  for (const Piece& piece : pieces_) {
    labels.push_back(piece.target);
    strata.push_back(piece.stratum);
  }
  settings.strata = strata;
  const Strata given = sums_of({}, {});
  const Combined observed = combine(given);
  const std::optional<Strata> whole = whole_sums(given);
  std::vector<double> far(codes());
  const RelabelingVisit visited = each_relabeling(
      labels,
      [&](std::span<const std::uint8_t> targets) {
        const Combined drawn = combine(whole ? sums_of_fewer(*whole, targets) : sums_of({}, targets));
        for (std::size_t code = 0; code < codes(); ++code)
          far[code] += std::abs(drawn.difference(code)) >= as_far_as(observed.difference(code));
      },
      settings);
  for (double& one : far) one = topos::permutation_p(one, visited);
  return far;
}

/// A unit's weighted difference changes its sign when its two pieces change their labels.
std::vector<double> TwoGroups::exchanged_p(PermutationSettings settings) const {
  std::map<std::uint32_t, std::vector<double>> of_units;
  for (std::size_t i = 1; i < pieces_.size(); ++i) {
    const Piece& reference = pieces_[i - 1];
    const Piece& target = pieces_[i];
    if (reference.stratum != target.stratum) continue;
    std::vector<double>& sums = of_units.try_emplace(target.unit, codes()).first->second;
    const double both = reference.counts[0] + target.counts[0];
    for (std::size_t code = 0; code < codes(); ++code)
      sums[code] +=
          (target.counts[code + 1] * reference.counts[0] - reference.counts[code + 1] * target.counts[0]) / both;
  }
  std::vector<std::uint8_t> labels;
  std::vector<std::uint32_t> strata;
  for (std::uint32_t unit = 0; unit < of_units.size(); ++unit)
    for (const std::uint8_t label : {std::uint8_t{0}, std::uint8_t{1}}) {
      labels.push_back(label);
      strata.push_back(unit);
    }
  settings.strata = strata;
  std::vector<double> observed(codes());
  for (const auto& [unit, sums] : of_units) add_counts(observed, sums);
  std::vector<double> far(codes());
  std::vector<double> drawn(codes());
  const RelabelingVisit visited = each_relabeling(
      labels,
      [&](std::span<const std::uint8_t> exchanged) {
        std::fill(drawn.begin(), drawn.end(), 0.0);
        std::size_t at = 0;
        for (const auto& [unit, sums] : of_units) add_counts(drawn, sums, exchanged[2 * at++] == 0 ? 1 : -1);
        for (std::size_t code = 0; code < codes(); ++code)
          far[code] += std::abs(drawn[code]) >= as_far_as(observed[code]);
      },
      settings);
  for (double& one : far) one = topos::permutation_p(one, visited);
  return far;
}

}  // namespace topos
