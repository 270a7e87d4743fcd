// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace topos {

/// A ratio of two sums without each of its members in turn, and how far it varies then if a second one is left out: the
/// part that StudentError takes of the members that are left. Members that are small beside the sum of bottoms are
/// taken away from sums of powers, so that all of them together cost little more than one.
class RatioWithout {
 public:
  /// Domain: as many tops as bottoms, three or more; no bottom below zero, two or more above it.
  RatioWithout(std::vector<double> tops, std::vector<double> bottoms);
  [[nodiscard]] std::size_t size() const noexcept { return tops_.size(); }
  [[nodiscard]] double value() const noexcept { return top_ / bottom_; }
  [[nodiscard]] double value_without(std::size_t member) const noexcept;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double variance_without(std::size_t member) const;

 private:
  static constexpr std::size_t most_terms = 12;
  /// Sums of products: `of[a][b]` of the a-th power of tops and the b-th of bottoms.
  struct Powers {
    std::array<std::array<double, most_terms + 2>, 3> of{};
    void add(double top, double bottom, double sign, std::size_t terms);
  };
  [[nodiscard]] double variance_one_by_one(std::size_t left_out) const;
  [[nodiscard]] double variance_of(const Powers& powers, std::size_t left_out) const;

  std::vector<double> tops_;
  std::vector<double> bottoms_;  ///< in parts of their sum
  double top_ = 0;
  double bottom_ = 0;
  std::vector<std::size_t> large_;
  Powers small_;
  std::size_t terms_ = 1;
};

}  // namespace topos
