// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "topos/matching/anchors.hpp"
#include "topos/matching/automaton.hpp"

namespace topos {

/// What a match that has come to a place may go on with.
struct Waiting {
  ElementId wants = 0;      ///< the element set of the next place, or Bundle::punctuation
  std::uint32_t place = 0;  ///< of the bundle
  std::uint16_t least = 0;  ///< words still to be skipped
  std::uint16_t most = 0;   ///< words that may still be skipped, or Bundle::adjacent
  friend constexpr bool operator==(const Waiting&, const Waiting&) = default;
};

/// Searches that are looked for together, their places numbered through. Immutable once closed; shared by threads.
class Bundle {
 public:
  static constexpr ElementId punctuation = ~ElementId{0};
  static constexpr std::uint16_t adjacent = 0xFFFF;

  /// Whether a search can be followed in a bundle from its beginning to its end: it takes words and punctuation only,
  /// begins with words, ends with a place and has no gap of more than some hundred words.
  [[nodiscard]] static bool can_follow(const Automaton& automaton) noexcept;

  /// Adds a search. Of one that cannot be followed, only the words that it may begin with: it then ends behind the
  /// first.
  void add(std::uint32_t search, const Automaton& automaton, const Elements& elements);
  /// To be called after the last search was added.
  void close();

  [[nodiscard]] bool empty() const noexcept { return beginnings_.empty(); }
  /// The places that a match may begin with if its first word is in `element`.
  [[nodiscard]] std::span<const std::uint32_t> first(ElementId element) const noexcept {
    if (element + std::size_t{1} >= first_.size()) return {};
    return {beginnings_.data() + first_[element], beginnings_.data() + first_[element + 1]};
  }
  /// What a match that begins with a place goes on with. Domain: the place is one of first().
  [[nodiscard]] Outlook outlook(std::uint32_t place) const noexcept { return outlooks_[places_[place].outlook]; }
  /// The bits of an element set that matches may be known by; else none.
  [[nodiscard]] std::uint64_t anchor(ElementId element) const noexcept {
    return element < roles_.size() ? roles_[element].anchor : 0;
  }
  /// Whether a match may go on with a word of an element set.
  [[nodiscard]] bool is_follower(ElementId element) const noexcept {
    return element < roles_.size() && roles_[element].follows;
  }
  /// What comes after a place.
  [[nodiscard]] std::span<const Waiting> after(std::uint32_t place) const noexcept {
    return {waiting_.data() + places_[place].begin, waiting_.data() + places_[place].end};
  }
  [[nodiscard]] bool accepts(std::uint32_t place) const noexcept { return places_[place].accepts; }
  [[nodiscard]] std::uint32_t search_of(std::uint32_t place) const noexcept { return places_[place].search; }

 private:
  struct Role {
    std::uint64_t anchor = 0;
    bool follows = false;
  };
  struct Member {
    std::uint32_t search;
    std::uint32_t outlook;  ///< of a place that a match may begin with
    std::uint32_t begin;
    std::uint32_t end;
    bool accepts;
  };
  Role& role_of(ElementId element);

  std::vector<Member> places_;
  std::vector<Waiting> waiting_;
  std::vector<std::pair<ElementId, std::uint32_t>> begins_with_;  ///< until it is closed
  std::vector<std::uint32_t> first_;  ///< by element set, where its places begin in beginnings_
  std::vector<std::uint32_t> beginnings_;
  std::vector<Outlook> outlooks_{Outlook()};  ///< the first one for places that no match goes on from
  std::vector<Role> roles_;                   ///< by element set
  AnchorFinder anchor_finder_;
  std::vector<Anchor> anchors_;
};

}  // namespace topos
