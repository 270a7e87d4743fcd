// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "topos/matching/elements.hpp"

namespace topos {

/// Element sets as a set that may hold more than was added, since some of them share a bit. It is asked before anything
/// dearer is. With 64 bits, nine in ten of the words for which an automaton's table was asked turned out to be like any
/// other.
class ElementBits {
 public:
  void add(ElementId element) noexcept {
    const std::size_t bit = bit_of(element);
    words_.data()[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  void add(const ElementBits& all) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_.data()[i] |= all.words_.data()[i];
  }
  [[nodiscard]] bool may_hold(ElementId element) const noexcept {
    const std::size_t bit = bit_of(element);
    return (words_.data()[bit / 64] >> (bit % 64) & 1) != 0;
  }
  /// False only if they have no element set in common.
  [[nodiscard]] bool may_meet(const ElementBits& other) const noexcept {
    const std::uint64_t* const a = words_.data();
    const std::uint64_t* const b = other.words_.data();
    return ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3])) != 0;
  }

 private:
  static std::size_t bit_of(ElementId element) noexcept { return (element * 0x9E3779B97F4A7C15U) >> 56; }

  std::array<std::uint64_t, 4> words_{};
};

}  // namespace topos
