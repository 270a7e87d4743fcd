// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include "cells.hpp"
#include "comparison/sensitivity_lines.hpp"
#include "topos/base/hash.hpp"
#include "topos/statistics/random.hpp"
#include "topos/statistics/rarefaction.hpp"

namespace topos::cli {
namespace {

constexpr std::uint32_t draws = 500;

/// Words of the shortest document that has some.
double shortest(const std::vector<double>& words) {
  double least = std::numeric_limits<double>::infinity();
  for (const double one : words)
    if (one > 0) least = std::min(least, one);
  return least;
}

/// How many stand before each.
std::vector<std::size_t> places(const std::vector<double>& n) {
  std::vector<double> falling = n;
  std::sort(falling.begin(), falling.end(), std::greater<>());
  std::vector<std::size_t> places;
  for (const double one : n)
    places.push_back(static_cast<std::size_t>(std::lower_bound(falling.begin(), falling.end(), one, std::greater<>()) -
                                              falling.begin()));
  return places;
}

}  // namespace

/// All documents count alike, as if each had as many words as the shortest; draws of so many words show how sure the
/// order is then.
void SensitivityLines::add_lengths() {
  const double length = shortest(words_);
  if (std::isinf(length)) return;
  Values words;
  for (const double one : words_) words.push_back(std::min(one, length));
  std::vector<Varied> expected;
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    Values hits = codes_[code].hits;
    double n = 0;
    for (std::size_t place = 0; place < hits.size(); ++place) {
      if (words_[place] > 0) hits[place] *= length / words_[place];
      n += hits[place];
    }
    expected.push_back({code, std::move(hits), n});
  }
  const std::size_t first = lines_.size();
  add_variation(Variation::length, std::to_string(static_cast<std::uint64_t>(length)) + " words", std::move(expected),
                words);
  const std::vector<double> holds = holds_in_draws(words);
  for (std::size_t code = 0; code < codes_.size(); ++code) lines_[first + code].holds = holds[code];
}

/// Of each code, in which share of draws of so many words from each document the groups, or without groups the codes,
/// stand as they do.
std::vector<double> SensitivityLines::holds_in_draws(const Values& words) const {
  const auto seed = static_cast<std::uint64_t>(choices_.groups.resampling.seed);
  const bool two = units_[0] > 0 && units_[1] > 0;
  const std::vector<std::size_t> order = places(n_);
  std::vector<Values> drawn(codes_.size(), Values(words.size()));
  std::vector<const Values*> columns;
  for (const Values& one : drawn) columns.push_back(&one);
  std::vector<double> n(codes_.size());
  std::vector<double> alike(codes_.size());
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    for (std::size_t code = 0; code < codes_.size(); ++code) {
      n[code] = 0;
      for (std::size_t place = 0; place < words.size(); ++place) {
        if (codes_[code].hits[place] == 0) continue;
        // A stream for each code and document, whatever else there is.
        Random random(seed, hash64(groups_.documents().names()[documents_[place]].id, hash64(codes_[code].code.second)),
                      draw);
        n[code] += drawn[code][place] = drawn_hits(random, codes_[code].hits[place], words_[place], words[place]);
      }
    }
    const std::vector<std::size_t> now = places(n);
    const std::vector<RateContrast> found = two ? contrasts(words, columns) : std::vector<RateContrast>();
    for (std::size_t code = 0; code < codes_.size(); ++code)
      if (two ? found[code].difference * base_[code].difference > 0 : now[code] == order[code]) ++alike[code];
  }
  for (std::size_t code = 0; code < codes_.size(); ++code)
    if (two ? !(std::abs(base_[code].difference) > 0) : n_[code] == 0) alike[code] = undefined;
  for (double& one : alike) one /= draws;
  return alike;
}

}  // namespace topos::cli
