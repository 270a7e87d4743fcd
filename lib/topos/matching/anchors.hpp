// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/matching/automaton.hpp"

namespace topos {

/// What stands behind the first word of every match that takes more than it: a word of one of the anchors, in the same sentence.
struct Outlook {
  static constexpr std::uint32_t unbounded = ~std::uint32_t{0};

  std::uint64_t anchors = 0;  ///< anchor_bit of the element sets
  std::uint32_t reach = 0;    ///< an anchor is among so many words; 0: no match takes more; `unbounded`: nothing can be told

  void add(const Outlook& other) noexcept {
    anchors |= other.anchors;
    reach = reach > other.reach ? reach : other.reach;
  }
};

/// Two sets may share a bit; none has the lowest one.
[[nodiscard]] constexpr std::uint64_t anchor_bit(ElementId element) noexcept {
  return std::uint64_t{2} << (((element * 0x9E3779B97F4A7C15U) >> 32) % 63);
}

/// Chooses anchors: of the places that all ways through a pattern pass, those whose words are likely to be rare. Most patterns that begin with
/// a frequent word ("the pivot") are dismissed by a look for the rare one.
class AnchorFinder {
 public:
  /// Finds the anchors of a pattern of words and punctuation; appends the element sets chosen to `chosen`.
  void find(const Automaton& automaton, const Elements& elements, std::vector<ElementId>& chosen);
  /// What a match that begins with place `place` of the last pattern goes on with.
  [[nodiscard]] Outlook outlook(std::uint32_t place) const noexcept { return {ahead_[place].anchors, ahead_[place].reach}; }

 private:
  struct Ahead {
    std::uint64_t anchors = 0;
    std::uint32_t reach = 0;
    std::uint32_t weight = 0;    ///< of the anchors: how many words of a text they hold, roughly
    bool is_anchor = false;      ///< the place itself is one, for matches that come to it
  };

  [[nodiscard]] Ahead behind(const Automaton& automaton, const Place& place, const Elements& elements) const;

  std::vector<Ahead> ahead_;   ///< by place
  std::vector<bool> reached_;  ///< places before an anchor
};

}  // namespace topos
