// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "topos/annotation/contrast.hpp"
#include "topos/statistics/sparse_permutation.hpp"

namespace topos::cli {

/// The two corpora of a comparison.
enum class Side : std::uint8_t { target, reference };

/// The units of one comparison: what a document, or a cluster of documents, has on one side. Units without words are
/// none.
class UnitSides {
 public:
  /// `side_of`: the side of a group; none if it is left out.
  UnitSides(const Contrast& contrast, const std::function<std::optional<Side>(Contrast::Group)>& side_of);

  struct Sums {
    std::array<std::uint64_t, 2> n{};
    std::array<std::uint64_t, 2> documents{};  ///< that have the feature
  };
  [[nodiscard]] Sums sums(const Contrast::Row& row) const;
  /// Occurrences for each word in the units of either side that have the feature.
  void rates(const Contrast::Row& row, std::array<std::vector<double>, 2>& out);
  /// Of all units, numbered as in counts().
  [[nodiscard]] SparsePermutation permutation(PermutationSettings settings) const;
  void counts(const Contrast::Row& row, std::vector<SparsePermutation::Count>& out);

  [[nodiscard]] std::size_t units(Side side) const noexcept { return sizes_[index(side)]; }
  /// Of the groups of a side, all together.
  [[nodiscard]] const Contrast::Facts& facts(Side side) const noexcept { return facts_[index(side)]; }
  /// Whether a cluster has units on both sides: labels are then exchanged within clusters.
  [[nodiscard]] bool paired() const noexcept { return paired_; }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t index(Side side) noexcept { return static_cast<std::size_t>(side); }
  struct Place {
    std::uint32_t unit = none;
    std::uint8_t side = 0;
    bool left_out = true;
  };

  std::vector<Place> places_;  ///< by unit of the contrast
  std::vector<double> words_;
  std::vector<std::uint8_t> targets_;  ///< 1: of the target
  std::vector<std::uint32_t> clusters_;
  std::array<std::size_t, 2> sizes_{};
  std::array<Contrast::Facts, 2> facts_;
  bool paired_ = false;
  std::vector<std::uint64_t> n_;  ///< by unit; all 0 between rows
};

}  // namespace topos::cli
