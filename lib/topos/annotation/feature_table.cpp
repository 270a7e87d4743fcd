// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"

namespace topos {
namespace {

constexpr std::size_t least_block = std::size_t{1} << 12;
constexpr std::size_t most_block = std::size_t{1} << 18;
constexpr int first_bits = 8;
/// Features that are looked up together, so that the slots of all are on their way from memory at once.
constexpr std::size_t together = 32;

}  // namespace

FeatureTable::FeatureTable() : seed_(hash64("features", reinterpret_cast<std::uintptr_t>(this))) {
  // Addresses differ from run to run.
  slots_.resize(std::size_t{1} << first_bits);
  shift_ = std::numeric_limits<std::uint32_t>::digits - first_bits;
}

std::uint32_t FeatureTable::hash_of(std::string_view feature) const noexcept {
  return static_cast<std::uint32_t>(hash64(feature, seed_) >> 32);
}

FeatureId FeatureTable::id_of(std::string_view feature) {
  const std::uint32_t hash = hash_of(feature);
  const std::lock_guard guard(lock_);
  make_room(1);
  return find(feature, hash);
}

void FeatureTable::ids_of(std::span<const std::string_view> features, std::span<FeatureId> ids) {
  std::array<std::uint32_t, together> hashes;
  const std::lock_guard guard(lock_);
  for (std::size_t at = 0; at < features.size(); at += together) {
    const std::size_t size = std::min(together, features.size() - at);
    make_room(size);
    for (std::size_t i = 0; i < size; ++i) {
      hashes.data()[i] = hash_of(features[at + i]);
      __builtin_prefetch(slots_.data() + place(hashes.data()[i]));
    }
    for (std::size_t i = 0; i < size; ++i) ids[at + i] = find(features[at + i], hashes.data()[i]);
  }
}

/// Domain: there is room for one more.
FeatureId FeatureTable::find(std::string_view feature, std::uint32_t hash) {
  Slot* const slots = slots_.data();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = place(hash);
  for (; slots[at].id != none; at = (at + 1) & mask)
    if (slots[at].hash == hash && texts_[slots[at].id] == feature) return slots[at].id;
  const auto id = static_cast<FeatureId>(texts_.size());
  texts_.push_back(keep(feature));
  slots[at] = {hash, id};
  return id;
}

std::string_view FeatureTable::keep(std::string_view feature) {
  if (left_ < feature.size() || free_ == nullptr) {
    left_ = std::max(feature.size(), std::clamp(held_, least_block, most_block));
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    free_ = blocks_.back().get();
    held_ += left_;
  }
  char* const own = free_;
  feature.copy(own, feature.size());
  free_ += feature.size();
  left_ -= feature.size();
  return {own, feature.size()};
}

/// Sees to it that at least half of the slots stay free when so many features come.
void FeatureTable::make_room(std::size_t more) {
  while (2 * (texts_.size() + more) > slots_.size()) {
    if (shift_ == 0) throw Error(Errc::too_large, "there are more than two thousand million different features");
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    --shift_;
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.id == none) continue;
      std::size_t at = place(slot.hash);
      while (slots_[at].id != none) at = (at + 1) & mask;
      slots_[at] = slot;
    }
  }
}

}  // namespace topos
