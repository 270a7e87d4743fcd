// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/segmentation/vocabulary.hpp"

namespace topos {

/// What a book says about each type of a vocabulary, decided when the type is first met. One for each worker.
class TypeTable {
 public:
  explicit TypeTable(const CompiledBook& book) : book_(book) {}

  /// Decides the types that came since the last call; starts anew if the vocabulary was cleared.
  void learn(const Vocabulary& vocabulary);
  /// Searches that a match may begin with this type. Most types have none.
  [[nodiscard]] std::span<const std::uint32_t> starts(TypeId type) const noexcept { return slice(starts_, entries_[type].starts, entries_[type + 1].starts); }
  [[nodiscard]] bool holds(TypeId type, ElementId element) const noexcept {
    for (std::uint32_t i = entries_[type].elements; i < entries_[type + 1].elements; ++i)
      if (elements_[i] == element) return true;
    return false;
  }

 private:
  struct Entry {
    std::uint32_t elements = 0;
    std::uint32_t starts = 0;
  };
  static std::span<const std::uint32_t> slice(const std::vector<std::uint32_t>& from, std::uint32_t begin, std::uint32_t end) noexcept {
    return {from.data() + begin, from.data() + end};
  }

  const CompiledBook& book_;
  std::uint64_t generation_ = 0;
  std::vector<Entry> entries_{Entry{}};  ///< entry i + 1 is where type i ends
  std::vector<std::uint32_t> elements_;
  std::vector<std::uint32_t> starts_;
  std::vector<ElementId> scratch_;
};

}  // namespace topos
