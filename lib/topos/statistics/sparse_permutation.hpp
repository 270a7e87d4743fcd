// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "topos/statistics/permutation.hpp"

namespace topos {

/// Permutation tests of the rates of many things in the same units, most of which have none of most things.
class SparsePermutation {
 public:
  struct Count {
    std::uint32_t unit = 0;
    double n = 0;
  };
  /// `words`: of each unit. `target`: whether it is one of the target. All relabelings are those of permute_labels.
  SparsePermutation(std::vector<double> words, std::vector<std::uint8_t> target, const PermutationSettings& settings);
  /// Adds a thing, `counts` being those of the units that have it. Domain: units are numbers of words.
  void add(std::span<const Count> counts);
  /// p of each thing since the last call: the share of relabelings whose rates, hits of all units by words of all
  /// units, differ as far as the observed ones. NaN if there are no other labels, or one side has no words. Cost: for
  /// each relabeling a step for each count; memory follows the counts.
  [[nodiscard]] std::vector<double> p();
  /// Counts held: so that who has many things can ask for p now and then.
  [[nodiscard]] std::size_t held() const noexcept { return counts_.size(); }

 private:
  [[nodiscard]] double difference(std::size_t thing, std::span<const std::uint8_t> target, double target_words) const;

  std::vector<double> words_;
  std::vector<std::uint8_t> target_;
  PermutationSettings settings_;
  double all_words_ = 0;
  std::vector<Count> counts_;
  std::vector<std::size_t> ends_;  ///< of each thing among the counts
  std::vector<double> sums_;       ///< of each thing
};

}  // namespace topos
