// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/type_table.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::size_t fewest_slots = 1024;

std::uint32_t hash_of(const std::vector<ElementId>& elements) noexcept {
  std::uint64_t hash = elements.size();
  for (const ElementId element : elements) {
    hash = (hash ^ element) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

void TypeTable::clear() {
  ++generation_;
  class_of_.clear();
  class_of_.shrink_to_fit();
  classes_.assign(2, Class{});  // class 0, and the end of it
  elements_.clear();
  slots_.assign(fewest_slots, 0);
}

void TypeTable::learn(const Vocabulary& vocabulary) {
  if (vocabulary_generation_ != vocabulary.generation()) {
    vocabulary_generation_ = vocabulary.generation();
    clear();
  }
  for (std::size_t type = class_of_.size(); type < vocabulary.size(); ++type) {
    book_.decide(vocabulary[static_cast<TypeId>(type)], scratch_);
    class_of_.push_back(scratch_.empty() ? 0 : class_with(scratch_));
  }
}

ClassId TypeTable::class_with(const std::vector<ElementId>& wanted) {
  const std::uint32_t hash = hash_of(wanted);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (classes_[slots_[at]].hash == hash && std::ranges::equal(elements(slots_[at]), wanted)) return slots_[at];
  const auto made = static_cast<ClassId>(classes());
  slots_[at] = made;
  classes_[made].hash = hash;
  for (const ElementId element : wanted) classes_[made].signature |= bit(element);
  elements_.insert(elements_.end(), wanted.begin(), wanted.end());
  classes_.emplace_back().begin = static_cast<std::uint32_t>(elements_.size());
  if (2 * classes_.size() > slots_.size()) grow();
  return made;
}

void TypeTable::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (ClassId one = 1; one < classes(); ++one) {
    std::size_t at = classes_[one].hash & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = one;
  }
}

bool TypeTable::holds(TypeId type, ElementId element) const noexcept {
  const ClassId one = class_of_[type];
  if ((signature(one) & bit(element)) == 0) return false;
  const std::span<const ElementId> all = elements(one);
  return std::binary_search(all.begin(), all.end(), element);
}

}  // namespace topos
