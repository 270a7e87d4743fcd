// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/sparse_permutation.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace topos {

SparsePermutation::SparsePermutation(std::vector<double> words, std::vector<std::uint8_t> target,
                                     const PermutationSettings& settings)
    : words_(std::move(words)), target_(std::move(target)), settings_(settings),
      all_words_(std::accumulate(words_.begin(), words_.end(), 0.0)) {}

void SparsePermutation::add(std::span<const Count> counts) {
  double sum = 0;
  for (const Count& one : counts) sum += one.n;
  counts_.insert(counts_.end(), counts.begin(), counts.end());
  ends_.push_back(counts_.size());
  sums_.push_back(sum);
}

double SparsePermutation::difference(std::size_t thing, std::span<const std::uint8_t> target,
                                     double target_words) const {
  double n = 0;
  for (std::size_t at = thing == 0 ? 0 : ends_[thing - 1]; at < ends_[thing]; ++at)
    n += target[counts_[at].unit] * counts_[at].n;
  return n / target_words - (sums_[thing] - n) / (all_words_ - target_words);
}

std::vector<double> SparsePermutation::p() {
  const auto words_of = [&](std::span<const std::uint8_t> target) {
    double words = 0;
    for (std::size_t i = 0; i < target.size(); ++i) words += target[i] * words_[i];
    return words;
  };
  const double observed_words = words_of(target_);
  std::vector<double> limits;
  for (std::size_t i = 0; i < sums_.size(); ++i) limits.push_back(as_far_as(difference(i, target_, observed_words)));
  std::vector<double> far(sums_.size());
  const RelabelingVisit visited = each_relabeling(
      target_,
      [&](std::span<const std::uint8_t> target) {
        const double words = words_of(target);
        // A side without words cannot be compared, so it counts as far.
        for (std::size_t i = 0; i < far.size(); ++i)
          if (!(std::abs(difference(i, target, words)) < limits[i])) ++far[i];
      },
      settings_);
  std::vector<double> p;
  for (std::size_t i = 0; i < far.size(); ++i)
    p.push_back(std::isnan(limits[i]) ? limits[i] : permutation_p(far[i], visited));
  counts_.clear();
  ends_.clear();
  sums_.clear();
  return p;
}

}  // namespace topos
