// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "topos/grammar/stored_table.hpp"
#include "topos/grammar/tag.hpp"

namespace topos {

/// −log of a probability in 1/64 nat: whole numbers, so that a text is tagged alike on every machine.
using Cost = std::uint16_t;

/// A tag that a word may have, and what it costs to see the word under it.
struct TagCost {
  Tag tag = Tag::nn;
  Cost cost = 0;
};

/// The tags that one word may have.
/// Invariant: at most `most`; a further one is not added.
class TagCosts {
 public:
  static constexpr std::uint32_t most = 8;

  constexpr void add(Tag tag, unsigned cost) noexcept {
    if (size_ == most) return;
    costs_[size_++] = {tag, static_cast<Cost>(cost < 4000 ? cost : 4000)};
    set_.add(tag);
  }
  void remove(Tag tag) noexcept;
  [[nodiscard]] TagSet set() const noexcept { return set_; }
  [[nodiscard]] bool has(Tag tag) const noexcept { return set_.has(tag); }
  [[nodiscard]] const TagCost* find(Tag tag) const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
  [[nodiscard]] TagCost& operator[](std::size_t i) noexcept { return costs_[i]; }
  [[nodiscard]] const TagCost* begin() const noexcept { return costs_.data(); }
  [[nodiscard]] const TagCost* end() const noexcept { return costs_.data() + size_; }

 private:
  std::array<TagCost, most> costs_{};
  TagSet set_;  ///< of costs_
  std::uint32_t size_ = 0;
};

/// What is known of English words and of the order of their tags (lib/data/english_tagging). Immutable.
class TagModel {
 public:
  [[nodiscard]] static const TagModel& english() noexcept;

  /// The tags of `word`, which is folded; none if it is not in the lexicon.
  /// Cost: linear in the word; ask once for a type.
  [[nodiscard]] TagCosts known(std::string_view word) const noexcept;
  /// The tags that an unknown word in small letters may have, by its ending and by the words that it may be a form of.
  [[nodiscard]] TagCosts guessed(std::string_view word) const noexcept;
  /// Whether `word`, in -s, may be a form of a word that has `tag`: "policies" of "policy".
  [[nodiscard]] bool has_base(std::string_view word, Tag tag) const;
  /// What it costs to see `tag` behind `before` and `previous`.
  [[nodiscard]] Cost transition(Tag before, Tag previous, Tag tag) const noexcept {
    return transitions(before, previous)[static_cast<std::size_t>(tag)];
  }
  /// The same for every tag.
  [[nodiscard]] const Cost* transitions(Tag before, Tag previous) const noexcept {
    return transitions_ +
           (static_cast<std::size_t>(before) * tag_count + static_cast<std::size_t>(previous)) * tag_count;
  }

 private:
  TagModel() noexcept;

  StoredTable words_;
  StoredTable endings_;
  const Cost* transitions_;
};

}  // namespace topos
