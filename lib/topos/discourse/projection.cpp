// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/projection.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace topos {
namespace {

constexpr double least_length = 1e-9;

/// What a row has in all: the sum of its weights, and of their squares.
struct RowSums {
  double sum = 0;
  double squares = 0;
};

RowSums sums_of(std::span<const double> row) {
  RowSums sums;
  for (const double one : row) {
    sums.sum += one;
    sums.squares += one * one;
  }
  return sums;
}

/// `product`: of both rows, stance by stance.
double divisor(Normalization normalization, const RowSums& a, const RowSums& b, double product) {
  switch (normalization) {
    case Normalization::average:
      return (a.sum + b.sum) / 2;
    case Normalization::jaccard:
      return a.squares + b.squares - product;
    case Normalization::cosine:
      // Rounding must not put the cosine of equal rows above 1.
      return std::max(std::sqrt(a.squares) * std::sqrt(b.squares), product);
    default:
      return 1;
  }
}

/// How many columns both rows have.
std::uint32_t shared_columns(const Profiles& profiles, std::size_t a, std::size_t b) {
  std::uint32_t shared = 0;
  for (std::size_t column = 0; column < profiles.columns(); ++column) {
    const auto has = [&](std::size_t row) {
      const auto own = profiles.row(row).subspan(column * profiles.stances(), profiles.stances());
      return std::any_of(own.begin(), own.end(), [](double one) { return one > 0; });
    };
    if (has(a) && has(b)) ++shared;
  }
  return shared;
}

}  // namespace

Proximity same_stance(std::size_t stances) {
  Proximity near(stances * stances);
  for (std::size_t i = 0; i < stances; ++i) near[i * stances + i] = 1;
  return near;
}

Proximity scaled_stance(std::span<const double> values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double range = values.empty() || *most == *least ? 1 : *most - *least;
  Proximity near;
  for (const double a : values)
    for (const double b : values) near.push_back(1 - std::abs(a - b) / range);
  return near;
}

std::vector<ProjectedTie> project(const Profiles& profiles, const Proximity& proximity, Normalization normalization) {
  const std::size_t stances = profiles.stances();
  assert(proximity.size() == stances * stances);
  std::vector<RowSums> sums;
  for (std::size_t row = 0; row < profiles.rows(); ++row) sums.push_back(sums_of(profiles.row(row)));
  std::vector<ProjectedTie> ties;
  for (std::uint32_t a = 0; a < profiles.rows(); ++a)
    for (std::uint32_t b = a + 1; b < profiles.rows(); ++b) {
      const double* x = profiles.row(a).data();
      const double* y = profiles.row(b).data();
      ProjectedTie tie{a, b, 0, 0, 0};
      double product = 0;
      for (std::size_t column = 0; column < profiles.columns(); ++column, x += stances, y += stances) {
        double near = 0;
        double all = 0;
        for (std::size_t i = 0; i < stances; ++i) {
          product += x[i] * y[i];
          for (std::size_t j = 0; j < stances; ++j) {
            all += x[i] * y[j];
            near += x[i] * y[j] * proximity[i * stances + j];
          }
        }
        if (all > 0) ++tie.shared;
        tie.congruence += near;
        tie.conflict += all - near;
      }
      if (tie.shared == 0) continue;
      const double by = divisor(normalization, sums[a], sums[b], product);
      tie.congruence /= by;
      tie.conflict /= by;
      ties.push_back(tie);
    }
  return ties;
}

std::vector<ProjectedTie> project_deviations(const Profiles& profiles) {
  const std::size_t cells = profiles.columns() * profiles.stances();
  std::vector<double> mean(cells);
  double all = 0;
  for (std::size_t row = 0; row < profiles.rows(); ++row)
    for (std::size_t i = 0; i < cells; ++i) mean[i] += profiles.row(row)[i];
  for (const double one : mean) all += one;
  std::vector<std::vector<double>> deviations(profiles.rows());
  for (std::size_t row = 0; row < profiles.rows(); ++row) {
    const double sum = sums_of(profiles.row(row)).sum;
    if (sum == 0) continue;
    std::vector<double>& own = deviations[row];
    for (std::size_t i = 0; i < cells; ++i) own.push_back(profiles.row(row)[i] / sum - mean[i] / all);
    const double length = std::sqrt(sums_of(own).squares);
    // What is left of equal shares are rounding errors.
    if (length < least_length) own.clear();
    for (double& one : own) one /= length;
  }
  std::vector<ProjectedTie> ties;
  for (std::uint32_t a = 0; a < deviations.size(); ++a)
    for (std::uint32_t b = a + 1; b < deviations.size(); ++b) {
      if (deviations[a].empty() || deviations[b].empty()) continue;
      ProjectedTie tie{a, b, 0, 0, 0};
      for (std::size_t i = 0; i < cells; ++i) tie.congruence += deviations[a][i] * deviations[b][i];
      tie.shared = shared_columns(profiles, a, b);
      ties.push_back(tie);
    }
  return ties;
}

std::span<const std::string_view> normalization_names() noexcept {
  static constexpr std::array<std::string_view, 6> names{"none",   "avgact",   "jaccard",
                                                         "cosine", "activity", "prominence"};
  return names;
}

std::span<const std::string_view> projection_names() noexcept {
  static constexpr std::array<std::string_view, 4> names{"congruence", "conflict", "subtract", "deviation"};
  return names;
}

}  // namespace topos
