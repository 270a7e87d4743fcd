// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace topos {

/// What ties two nodes by what both stand with: the same with the same stance, the same with another stance, one less
/// the other, or that both depart from all nodes together in the same way.
enum class Projection { congruence, conflict, subtract, deviation };

/// What weights are divided by, so that nodes that occur often do not get strong ties for that alone.
enum class Normalization {
  none,
  average,    ///< the mean of both nodes' sums
  jaccard,    ///< what either node has
  cosine,     ///< the geometric mean of both
  activity,   ///< the sum of the edges of the source
  prominence  ///< the sum of the edges of the target
};

/// Weights of rows by column and stance: who says what, and how. All in one array.
class Profiles {
 public:
  Profiles(std::size_t rows, std::size_t columns, std::size_t stances)
      : rows_(rows), columns_(columns), stances_(stances), weights_(rows * columns * stances) {}
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
  [[nodiscard]] std::size_t stances() const noexcept { return stances_; }
  [[nodiscard]] double& at(std::size_t row, std::size_t column, std::size_t stance) {
    return weights_[(row * columns_ + column) * stances_ + stance];
  }
  [[nodiscard]] std::span<const double> row(std::size_t row) const {
    return {weights_.data() + row * columns_ * stances_, columns_ * stances_};
  }

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::size_t stances_;
  std::vector<double> weights_;
};

/// How near two stances are, from 0 to 1: stances times stances, row by row.
using Proximity = std::vector<double>;

/// 1 for the same stance, 0 for another one.
[[nodiscard]] Proximity same_stance(std::size_t stances);
/// Stances are points of a scale: 1 less their distance over the scale's length.   Source: Leifeld (2017).
[[nodiscard]] Proximity scaled_stance(std::span<const double> values);

/// Two rows and what ties them.
struct ProjectedTie {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double congruence = 0;  ///< normalised, as is conflict
  double conflict = 0;
  std::uint32_t shared = 0;  ///< columns that both have
};

/// Ties of all rows that share a column, ordered by rows: congruence sums, over columns and pairs of stances, the
/// product of both weights times the nearness of the stances; conflict the same times 1 less it. Domain: no negative
/// weights; not `activity` or `prominence`.   Cost: the square of rows, times columns and the square of stances.
/// Source: Leifeld (2017), discourse network analysis.
[[nodiscard]] std::vector<ProjectedTie> project(const Profiles& profiles, const Proximity& proximity,
                                                Normalization normalization);

/// Ties of all rows by how alike they differ from the mean: the cosine of their shares of columns and stances less
/// those of all rows together, from −1 to 1, as congruence. Rows without weights, or with exactly the shares of all,
/// have none. Domain: no negative weights.   Cost: as project().
[[nodiscard]] std::vector<ProjectedTie> project_deviations(const Profiles& profiles);

/// The name as typed: "none", "avgact", "jaccard" …; nothing else is in the list.
[[nodiscard]] std::span<const std::string_view> normalization_names() noexcept;
[[nodiscard]] std::span<const std::string_view> projection_names() noexcept;

}  // namespace topos
