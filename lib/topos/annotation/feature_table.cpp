// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_table.hpp"

namespace topos {

FeatureId FeatureTable::id_of(std::string_view feature) {
  const std::lock_guard guard(lock_);
  if (const auto found = ids_.find(feature); found != ids_.end()) return found->second;
  const auto id = static_cast<FeatureId>(texts_.size());
  ids_.emplace(texts_.emplace_back(feature), id);
  return id;
}

}  // namespace topos
