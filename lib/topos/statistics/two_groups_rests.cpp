// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/ratio_without.hpp"
#include "topos/statistics/two_groups.hpp"

namespace topos {
namespace {

/// Satterthwaite's degrees of freedom of a sum of variances of samples of so many members.
double degrees_of(const std::array<double, 2>& variances, const std::array<double, 2>& members) {
  const double sum = variances[0] + variances[1];
  return sum * sum / (variances[0] * variances[0] / (members[0] - 1) + variances[1] * variances[1] / (members[1] - 1));
}

}  // namespace

std::vector<TwoGroups::Rest> TwoGroups::rests(std::size_t code) const {
  if (std::min(sizes_[0], sizes_[1]) <= least_documents) return {};
  if (paired_) return rests_of_pairs(code);
  return strata_ == 1 ? rests_of_sides(code) : std::vector<Rest>();
}

/// Each side is a ratio of its own.
std::vector<TwoGroups::Rest> TwoGroups::rests_of_sides(std::size_t code) const {
  std::array<std::vector<double>, 2> hits;
  std::array<std::vector<double>, 2> words;
  for (const Piece& piece : pieces_) {
    hits[piece.target].push_back(piece.counts[code + 1]);
    words[piece.target].push_back(piece.counts[0]);
  }
  const std::array<RatioWithout, 2> rates{RatioWithout(hits[0], words[0]), RatioWithout(hits[1], words[1])};
  const std::array<double, 2> all{rates[0].value(), rates[1].value()};
  const std::array<double, 2> variances{rates[0].variance(), rates[1].variance()};
  std::array<std::size_t, 2> next{};
  std::vector<Rest> rests;
  for (const Piece& piece : pieces_) {
    const std::size_t side = piece.target ? 1 : 0;
    const std::size_t member = next[side]++;
    std::array<double, 2> values = all;
    std::array<double, 2> of = variances;
    values[side] = rates[side].value_without(member);
    of[side] = rates[side].variance_without(member);
    std::array<double, 2> members{static_cast<double>(rates[0].size()), static_cast<double>(rates[1].size())};
    --members[side];
    rests.push_back({values[1] - values[0], std::sqrt(of[0] + of[1]), degrees_of(of, members)});
  }
  return rests;
}

/// The units' differences, weighted, by their weights.
std::vector<TwoGroups::Rest> TwoGroups::rests_of_pairs(std::size_t code) const {
  std::vector<double> tops;
  std::vector<double> bottoms;
  for (std::size_t first = 0; first < pieces_.size(); first = end_of_unit(first)) {
    double top = 0;
    double bottom = 0;
    for (std::size_t i = first + 1; i < end_of_unit(first); ++i) {
      const Piece& reference = pieces_[i - 1];
      const Piece& target = pieces_[i];
      if (reference.stratum != target.stratum) continue;
      const double both = reference.counts[0] + target.counts[0];
      top += (target.counts[code + 1] * reference.counts[0] - reference.counts[code + 1] * target.counts[0]) / both;
      bottom += reference.counts[0] / both * target.counts[0];
    }
    tops.push_back(top);
    bottoms.push_back(bottom);
  }
  const RatioWithout ratio(std::move(tops), std::move(bottoms));
  const double members = static_cast<double>(ratio.size() - 1);
  std::vector<Rest> rests;
  for (std::size_t unit = 0; unit < ratio.size(); ++unit)
    rests.push_back({ratio.value_without(unit), std::sqrt(ratio.variance_without(unit)), members - 1});
  return rests;
}

}  // namespace topos
