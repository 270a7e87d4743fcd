// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/adjustment.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace topos {
namespace {

/// Places of the defined values, by value.
std::vector<std::size_t> ascending(std::span<const double> p) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (!std::isnan(p[i])) places.push_back(i);
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  return places;
}

}  // namespace

std::vector<double> adjust_bonferroni(std::span<const double> p) {
  const double tests = static_cast<double>(ascending(p).size());
  std::vector<double> adjusted(p.begin(), p.end());
  for (double& value : adjusted)
    if (!std::isnan(value)) value = std::min(1.0, value * tests);
  return adjusted;
}

std::vector<double> adjust_sidak(std::span<const double> p) {
  const double tests = static_cast<double>(ascending(p).size());
  std::vector<double> adjusted(p.begin(), p.end());
  // 1 - (1 - p)^tests, which would be 0 for the smallest p.
  for (double& value : adjusted) value = -std::expm1(tests * std::log1p(-value));
  return adjusted;
}

std::vector<double> adjust_holm(std::span<const double> p) {
  std::vector<double> adjusted(p.begin(), p.end());
  const std::vector<std::size_t> places = ascending(p);
  double greatest = 0;
  for (std::size_t rank = 0; rank < places.size(); ++rank) {
    greatest = std::max(greatest, p[places[rank]] * static_cast<double>(places.size() - rank));
    adjusted[places[rank]] = std::min(1.0, greatest);
  }
  return adjusted;
}

std::vector<double> adjust_benjamini_hochberg(std::span<const double> p) {
  std::vector<double> adjusted(p.begin(), p.end());
  const std::vector<std::size_t> places = ascending(p);
  double least = 1;
  for (std::size_t rank = places.size(); rank > 0; --rank) {
    const std::size_t place = places[rank - 1];
    least = std::min(least, p[place] * (static_cast<double>(places.size()) / static_cast<double>(rank)));
    adjusted[place] = least;
  }
  return adjusted;
}

}  // namespace topos
