// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace topos {

/// Distances of things from each other. NaN: not defined.
class DistanceMatrix {
 public:
  explicit DistanceMatrix(std::size_t size) : size_(size), values_(size * size) {}
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] double operator()(std::size_t a, std::size_t b) const { return values_[a * size_ + b]; }
  /// Sets both directions.
  void set(std::size_t a, std::size_t b, double value) { values_[a * size_ + b] = values_[b * size_ + a] = value; }

 private:
  std::size_t size_;
  std::vector<double> values_;
};

/// Two clusters that become one. Things are clusters 0, 1, …, size - 1; merge number k makes cluster size + k.
struct Merge {
  std::size_t left = 0;  ///< the one that holds the thing of the lowest number
  std::size_t right = 0;
  double height =
      0;  ///< mean distance between the things of one and those of the other; NaN if one of them is not defined
  std::size_t size = 0;  ///< things in both
};

/// Joins the nearest two clusters until one is left, by average linkage (UPGMA). Of equally near ones those of the
/// lowest numbers are joined; what has no distance is joined last. Cost: quadratic in most cases, cubic at worst.
/// Source: Sokal and Michener (1958).
[[nodiscard]] std::vector<Merge> average_linkage(DistanceMatrix distances);

/// The things in the order in which a dendrogram shows them, left before right.
[[nodiscard]] std::vector<std::size_t> leaf_order(const std::vector<Merge>& merges);

}  // namespace topos
