// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/clustering.hpp"

#include <cmath>
#include <limits>

namespace topos {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t none = ~std::size_t{0};

/// Clusters in the rows of their things of the lowest number; each knows the nearest of those behind it.
class Linkage {
 public:
  explicit Linkage(DistanceMatrix& distances)
      : distances_(distances), size_(distances.size(), 1), number_(distances.size()), active_(distances.size(), true),
        nearest_(distances.size(), none) {
    for (std::size_t i = 0; i < distances.size(); ++i) {
      number_[i] = i;
      for (std::size_t j = 0; j < i; ++j)
        if (std::isnan(distances(i, j))) distances.set(i, j, never);
    }
    for (std::size_t i = 0; i < distances.size(); ++i) find_nearest(i);
  }

  Merge join(std::size_t made) {
    std::size_t a = none;
    for (std::size_t i = 0; i < active_.size(); ++i)
      if (active_[i] && nearest_[i] != none && (a == none || distances_(i, nearest_[i]) < distances_(a, nearest_[a])))
        a = i;
    const std::size_t b = nearest_[a];
    const double height = distances_(a, b);
    const Merge merge{number_[a], number_[b], height == never ? std::numeric_limits<double>::quiet_NaN() : height,
                      size_[a] + size_[b]};
    active_[b] = false;
    for (std::size_t other = 0; other < active_.size(); ++other) {
      if (!active_[other] || other == a) continue;
      const auto share = static_cast<double>(size_[a]) / static_cast<double>(merge.size);
      distances_.set(a, other, share * distances_(a, other) + (1 - share) * distances_(b, other));
    }
    size_[a] = merge.size;
    number_[a] = made;
    find_nearest(a);
    for (std::size_t other = 0; other < b; ++other) {
      if (!active_[other] || other == a) continue;
      if (nearest_[other] == a || nearest_[other] == b)
        find_nearest(other);
      else if (other < a && distances_(other, a) <= distances_(other, nearest_[other]) &&
               (distances_(other, a) < distances_(other, nearest_[other]) || a < nearest_[other]))
        nearest_[other] = a;
    }
    return merge;
  }

 private:
  void find_nearest(std::size_t i) {
    nearest_[i] = none;
    for (std::size_t j = i + 1; j < active_.size(); ++j)
      if (active_[j] && (nearest_[i] == none || distances_(i, j) < distances_(i, nearest_[i]))) nearest_[i] = j;
  }

  DistanceMatrix& distances_;
  std::vector<std::size_t> size_;
  std::vector<std::size_t> number_;
  std::vector<bool> active_;
  std::vector<std::size_t> nearest_;
};

}  // namespace

std::vector<Merge> average_linkage(DistanceMatrix distances) {
  std::vector<Merge> merges;
  const std::size_t size = distances.size();
  Linkage linkage(distances);
  for (std::size_t made = size; made + 1 < 2 * size; ++made) merges.push_back(linkage.join(made));
  return merges;
}

std::vector<std::size_t> leaf_order(const std::vector<Merge>& merges) {
  const std::size_t size = merges.size() + 1;
  std::vector<std::size_t> order;
  std::vector<std::size_t> open{2 * size - 2};
  while (!open.empty()) {
    const std::size_t cluster = open.back();
    open.pop_back();
    if (cluster < size) {
      order.push_back(cluster);
      continue;
    }
    open.push_back(merges[cluster - size].right);
    open.push_back(merges[cluster - size].left);
  }
  return order;
}

}  // namespace topos
