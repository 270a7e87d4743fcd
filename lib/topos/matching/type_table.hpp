// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "topos/matching/elements.hpp"
#include "topos/segmentation/vocabulary.hpp"

namespace topos {

/// Number of a class of types: those that the same element sets of a book hold. Class 0 is held by none.
using ClassId = std::uint32_t;

/// The class of each type of a vocabulary, decided when the type is first met. One for each worker.
class TypeTable {
 public:
  /// `elements` must outlive the table.
  explicit TypeTable(const Elements& elements) : book_(elements) { clear(); }

  /// Decides the types that came since the last call; starts anew, and forgets all classes, if the vocabulary was cleared.
  void learn(const Vocabulary& vocabulary);
  [[nodiscard]] ClassId class_of(TypeId type) const noexcept { return class_of_.data()[type]; }
  [[nodiscard]] std::size_t classes() const noexcept { return signatures_.size(); }
  /// The element sets that hold the types of a class, ascending.
  [[nodiscard]] std::span<const ElementId> elements(ClassId one) const noexcept { return {elements_.data() + ends_.data()[one], elements_.data() + ends_.data()[one + 1]}; }
  /// A bit for each element set of a class; two sets may share a bit.
  [[nodiscard]] std::uint64_t signature(ClassId one) const noexcept { return signatures_.data()[one]; }
  [[nodiscard]] static std::uint64_t bit(ElementId element) noexcept { return std::uint64_t{1} << ((element * 0x9E3779B97F4A7C15U) >> 58); }
  [[nodiscard]] bool holds(TypeId type, ElementId element) const noexcept;
  /// Grows whenever the classes are numbered anew.
  [[nodiscard]] std::uint64_t generation() const noexcept { return generation_; }

 private:
  void clear();
  ClassId class_with(const std::vector<ElementId>& elements);

  const Elements& book_;
  std::uint64_t vocabulary_generation_ = 0;
  std::uint64_t generation_ = 0;
  std::vector<ClassId> class_of_;
  std::vector<std::size_t> ends_;  ///< where the elements of class i - 1 end
  std::vector<ElementId> elements_;
  std::vector<std::uint64_t> signatures_;
  std::unordered_multimap<std::uint64_t, ClassId> by_hash_;
  std::vector<ElementId> scratch_;
};

}  // namespace topos
