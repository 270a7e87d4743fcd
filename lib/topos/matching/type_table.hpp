// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
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

  /// Decides the types that came since the last call; starts anew, and forgets all classes, if the vocabulary was
  /// cleared.
  void learn(const Vocabulary& vocabulary);
  [[nodiscard]] ClassId class_of(TypeId type) const noexcept { return class_of_.data()[type]; }
  /// By type. Valid until learn().
  [[nodiscard]] const ClassId* class_of() const noexcept { return class_of_.data(); }
  /// Types that were learned.
  [[nodiscard]] std::size_t size() const noexcept { return class_of_.size(); }
  [[nodiscard]] std::size_t classes() const noexcept { return classes_.size() - 1; }
  /// The element sets that hold the types of a class, ascending.
  [[nodiscard]] std::span<const ElementId> elements(ClassId one) const noexcept {
    const Class* const known = classes_.data() + one;
    return {elements_.data() + known[0].begin, elements_.data() + known[1].begin};
  }
  /// A bit for each element set of a class; two sets may share a bit.
  [[nodiscard]] std::uint64_t signature(ClassId one) const noexcept { return classes_.data()[one].signature; }
  [[nodiscard]] static std::uint64_t bit(ElementId element) noexcept {
    return std::uint64_t{1} << ((element * 0x9E3779B97F4A7C15U) >> 58);
  }
  [[nodiscard]] bool holds(TypeId type, ElementId element) const noexcept;
  /// Grows whenever the classes are numbered anew.
  [[nodiscard]] std::uint64_t generation() const noexcept { return generation_; }

 private:
  struct Class {
    std::uint64_t signature = 0;
    std::uint32_t begin = 0;  ///< of its element sets, which end where the next class's begin
    std::uint32_t hash = 0;
  };
  void clear();
  ClassId class_with(const std::vector<ElementId>& wanted);
  void grow();

  const Elements& book_;
  std::uint64_t vocabulary_generation_ = 0;
  std::uint64_t generation_ = 0;
  std::vector<ClassId> class_of_;
  std::vector<Class> classes_;  ///< the last one only ends the one before it
  std::vector<ElementId> elements_;
  std::vector<ClassId> slots_;  ///< open addressing over the classes' hashes; 0 where none is
  std::vector<ElementId> scratch_;
};

}  // namespace topos
