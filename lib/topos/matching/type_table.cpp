// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/type_table.hpp"

#include <algorithm>

#include "topos/base/hash.hpp"

namespace topos {

void TypeTable::clear() {
  ++generation_;
  class_of_.clear();
  class_of_.shrink_to_fit();
  ends_.assign(2, 0);
  elements_.clear();
  signatures_.assign(1, 0);
  by_hash_.clear();
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
  const std::uint64_t hash = hash64({reinterpret_cast<const char*>(wanted.data()), wanted.size() * sizeof(ElementId)});
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto at = first; at != last; ++at) {
    const std::span<const ElementId> known = elements(at->second);
    if (std::equal(known.begin(), known.end(), wanted.begin(), wanted.end())) return at->second;
  }
  const auto made = static_cast<ClassId>(signatures_.size());
  elements_.insert(elements_.end(), wanted.begin(), wanted.end());
  ends_.push_back(elements_.size());
  std::uint64_t& signature = signatures_.emplace_back(0);
  for (const ElementId element : wanted) signature |= bit(element);
  by_hash_.emplace(hash, made);
  return made;
}

bool TypeTable::holds(TypeId type, ElementId element) const noexcept {
  const ClassId one = class_of_[type];
  if ((signatures_[one] & bit(element)) == 0) return false;
  const std::span<const ElementId> all = elements(one);
  return std::binary_search(all.begin(), all.end(), element);
}

}  // namespace topos
