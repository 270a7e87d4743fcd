// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_table.hpp"

namespace topos {
namespace {

constexpr std::size_t overhead = 100;  // of a string, a node and its place in the hash table

}  // namespace

FeatureId FeatureTable::id_of(std::string_view feature) {
  const std::lock_guard guard(lock_);
  if (const auto found = ids_.find(feature); found != ids_.end()) return found->second;
  const auto id = static_cast<FeatureId>(texts_.size());
  const std::string& text = texts_.emplace_back(feature);
  ids_.emplace(text, id);
  bytes_ += overhead + (feature.size() < sizeof(std::string) / 2 ? 0 : feature.size());
  return id;
}

}  // namespace topos
