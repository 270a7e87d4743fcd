// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/type_table.hpp"

#include <algorithm>

namespace topos {

void TypeTable::learn(const Vocabulary& vocabulary) {
  if (generation_ != vocabulary.generation()) {
    generation_ = vocabulary.generation();
    entries_.assign(1, Entry{});
    entries_.shrink_to_fit();
    elements_.clear();
    starts_.clear();
  }
  for (std::size_t type = entries_.size() - 1; type < vocabulary.size(); ++type) {
    book_.elements().decide(vocabulary[static_cast<TypeId>(type)], scratch_);
    elements_.insert(elements_.end(), scratch_.begin(), scratch_.end());
    const auto first = static_cast<std::ptrdiff_t>(starts_.size());
    for (const ElementId element : scratch_) starts_.insert(starts_.end(), book_.starts()[element].begin(), book_.starts()[element].end());
    std::sort(starts_.begin() + first, starts_.end());
    starts_.erase(std::unique(starts_.begin() + first, starts_.end()), starts_.end());
    entries_.push_back({static_cast<std::uint32_t>(elements_.size()), static_cast<std::uint32_t>(starts_.size())});
  }
}

}  // namespace topos
