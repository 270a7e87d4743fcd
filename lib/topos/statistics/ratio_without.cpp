// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/ratio_without.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace topos {
namespace {

constexpr double large_part = 0.05;  ///< of the sum of bottoms: at most twenty members have it
constexpr double precision = 1e-14;  ///< of what is left of the series
constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

}  // namespace

void RatioWithout::Powers::add(double top, double bottom, double sign, std::size_t terms) {
  double power = sign;
  for (std::size_t b = 0; b < terms + 2; ++b, power *= bottom) {
    of[0][b] += power;
    of[1][b] += power * top;
    of[2][b] += power * top * top;
  }
}

RatioWithout::RatioWithout(std::vector<double> tops, std::vector<double> bottoms)
    : tops_(std::move(tops)), bottoms_(std::move(bottoms)) {
  for (std::size_t i = 0; i < tops_.size(); ++i) {
    top_ += tops_[i];
    bottom_ += bottoms_[i];
  }
  double largest = 0;
  for (double& one : bottoms_) {
    one /= bottom_;
    if (one < large_part) largest = std::max(largest, one);
  }
  // What is left out is small, too: the others are no less than 1 - large_part of the sum.
  const double step = largest / (1 - large_part);
  for (double left = step; left > precision && terms_ < most_terms; left *= step) ++terms_;
  for (std::size_t i = 0; i < tops_.size(); ++i) {
    if (bottoms_[i] < large_part)
      small_.add(tops_[i], bottoms_[i], 1, terms_);
    else
      large_.push_back(i);
  }
}

double RatioWithout::value_without(std::size_t member) const noexcept {
  return (top_ - tops_[member]) / (bottom_ * (1 - bottoms_[member]));
}

double RatioWithout::variance() const { return variance_of(small_, nobody); }

double RatioWithout::variance_without(std::size_t member) const {
  if (bottoms_[member] >= large_part) return variance_one_by_one(member);
  Powers powers = small_;
  powers.add(tops_[member], bottoms_[member], -1, terms_);
  return variance_of(powers, member);
}

/// Of a member that is large: there are few.
double RatioWithout::variance_one_by_one(std::size_t left_out) const {
  const double top = top_ - tops_[left_out];
  const double bottom = 1 - bottoms_[left_out];
  double sum = 0;
  double squares = 0;
  for (std::size_t i = 0; i < tops_.size(); ++i) {
    if (i == left_out) continue;
    const double away = (top / bottom * bottoms_[i] - tops_[i]) / (bottom - bottoms_[i]);
    sum += away;
    squares += away * away;
  }
  const double n = static_cast<double>(size() - 1);
  return (n - 1) / n * std::max(squares - sum * sum / n, 0.0) / (bottom_ * bottom_);
}

/// Without member i of the rest the ratio T / B is away from itself by (T / B * b - t) / (B - b), which is a series in
/// b / B.
double RatioWithout::variance_of(const Powers& powers, std::size_t left_out) const {
  const bool all = left_out == nobody;
  const double top = all ? top_ : top_ - tops_[left_out];
  const double bottom = all ? 1 : 1 - bottoms_[left_out];
  const double ratio = top / bottom;
  double sum = 0;
  double squares = 0;
  double over = 1 / bottom;
  for (std::size_t k = 0; k < terms_; ++k, over /= bottom) {
    sum += (ratio * powers.of[0][k + 1] - powers.of[1][k]) * over;
    const double times = static_cast<double>(k + 1) * over / bottom;
    squares += times * ((ratio * powers.of[0][k + 2] - 2 * powers.of[1][k + 1]) * ratio + powers.of[2][k]);
  }
  for (const std::size_t i : large_) {
    const double away = (ratio * bottoms_[i] - tops_[i]) / (bottom - bottoms_[i]);
    sum += away;
    squares += away * away;
  }
  const double n = static_cast<double>(all ? size() : size() - 1);
  return (n - 1) / n * std::max(squares - sum * sum / n, 0.0) / (bottom_ * bottom_);
}

}  // namespace topos
