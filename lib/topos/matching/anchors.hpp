// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/matching/automaton.hpp"
#include "topos/matching/element_bits.hpp"

namespace topos {

/// What stands behind the first word of every match that takes more than it: a word of one of the anchors, in the same
/// sentence.
struct Outlook {
  static constexpr std::uint32_t unbounded = ~std::uint32_t{0};

  std::uint64_t anchors = 0;  ///< bits of the element sets
  ElementBits elements;       ///< the element sets themselves: a second look, with fewer mistaken for others
  std::uint32_t reach =
      0;  ///< an anchor is among so many words; 0: no match takes more; `unbounded`: nothing can be told

  void add(const Outlook& other) noexcept {
    anchors |= other.anchors;
    elements.add(other.elements);
    reach = reach > other.reach ? reach : other.reach;
  }
};

/// An element set that a match may be known by.
struct Anchor {
  ElementId element = 0;
  std::uint64_t bits = 0;  ///< two sets may share a bit; none has the lowest one
};

/// Chooses anchors: of the places that all ways through a pattern pass, those whose words are likely to be rare. Most
/// patterns that begin with a frequent word ("the pivot") are dismissed by a look for the rare one.
class AnchorFinder {
 public:
  /// Finds the anchors of a pattern of words and punctuation; appends those chosen to `chosen`.
  void find(const Automaton& automaton, const Elements& elements, std::vector<Anchor>& chosen);
  /// What a match that begins with place `place` of the last pattern goes on with.
  [[nodiscard]] Outlook outlook(std::uint32_t place) const noexcept {
    return {ahead_[place].anchors & bits_of(reached_[place]), ahead_[place].elements, ahead_[place].reach};
  }

 private:
  /// What a place is reached from. Few matches begin with a rare word: what they ask for has bits of its own, so that
  /// it does not make matches that begin with a frequent one look likely.
  enum Beginning : std::uint8_t { nowhere = 0, frequent = 1, rare = 2 };
  static std::uint64_t bits_of(std::uint8_t beginnings) noexcept;

  struct Ahead {
    std::uint64_t anchors = 0;  ///< those for both beginnings
    ElementBits elements;       ///< theirs
    std::uint32_t reach = 0;
    std::uint32_t weight = 0;  ///< of the anchors: how many words of a text they hold, roughly
    bool is_anchor = false;    ///< the place itself is one, for matches that come to it
  };

  [[nodiscard]] Ahead behind(const Automaton& automaton, const Place& place, const Elements& elements) const;

  std::vector<Ahead> ahead_;           ///< by place
  std::vector<std::uint8_t> reached_;  ///< by place before an anchor, or at the beginning: from which beginnings
};

}  // namespace topos
