// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/match.hpp"

namespace topos {

/// Where something stands in a document, by its nearest places on either side of another.
class NearestPlaces {
 public:
  /// No place.
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  void clear() noexcept {
    begins_.clear();
    ends_.clear();
  }
  void add(TokenRange units) {
    insert(begins_, units.begin);
    insert(ends_, units.end);
  }
  /// Replaces what it held. Domain: `all` is in text order.
  void assign(std::span<const Match> all) {
    clear();
    for (const Match& match : all) {
      begins_.push_back(match.units.begin);
      ends_.push_back(match.units.end);
    }
    std::sort(ends_.begin(), ends_.end());
  }

  /// Where the first one begins that begins at `unit` or behind it.
  [[nodiscard]] std::uint32_t next_begin(std::uint32_t unit) const {
    const auto at = std::lower_bound(begins_.begin(), begins_.end(), unit);
    return at == begins_.end() ? none : *at;
  }
  /// Where the last one ends that ends at `unit` or before it; 0 if there is none.
  [[nodiscard]] std::uint32_t last_end(std::uint32_t unit) const {
    const auto behind = std::upper_bound(ends_.begin(), ends_.end(), unit);
    return behind == ends_.begin() ? 0 : behind[-1];
  }

 private:
  static void insert(std::vector<std::uint32_t>& places, std::uint32_t place) {
    places.insert(std::upper_bound(places.begin(), places.end(), place), place);
  }

  std::vector<std::uint32_t> begins_;  ///< ascending
  std::vector<std::uint32_t> ends_;    ///< ascending: not in the order of begins_ where one stands in another
};

}  // namespace topos
