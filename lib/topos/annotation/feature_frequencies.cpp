// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_frequencies.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace topos {

void FeatureFrequencies::add(std::vector<FeatureCount> counts) {
  if (held_ == 0 && single_.empty()) {
    single_ = std::move(counts);
    return;
  }
  if (!single_.empty()) take(std::exchange(single_, {}));
  take(counts);
}

void FeatureFrequencies::take(const std::vector<FeatureCount>& counts) {
  for (std::size_t at = 0; at < counts.size(); ++at) {
    // Copies: the compiler cannot know that no frequency lies in this.
    const FeatureCount* const count = counts.data();
    Frequency* const dense = dense_.data();
    for (const std::size_t size = dense_.size(); at < counts.size() && count[at].feature < size; ++at) {
      dense[count[at].feature].n += count[at].n;
      ++dense[count[at].feature].documents;
    }
    if (at == counts.size()) return;
    Frequency& frequency = beyond(count[at].feature);
    frequency.n += count[at].n;
    ++frequency.documents;
  }
}

/// Of a feature behind the array.
Frequency& FeatureFrequencies::beyond(FeatureId feature) {
  if (2 * (sparse_used_ + 1) > sparse_.size()) {
    // The array has taken features since it grew.
    held_ = sparse_used_ + static_cast<std::size_t>(std::count_if(dense_.begin(), dense_.end(),
                                                                  [](const Frequency& one) { return one.n > 0; }));
    place_anew(sparse_used_ + 1);
  }
  Sparse& place = place_of(feature);
  if (place.feature == feature) return place.frequency;
  ++held_;
  // An array four times as long as what it holds takes little more than a hash table.
  if (feature / 2 <= held_) {
    dense_.resize(std::max<std::size_t>(feature + std::size_t{1}, 2 * dense_.size()));
    place_anew(sparse_used_);
    return dense_[feature];
  }
  place.feature = feature;
  ++sparse_used_;
  return place.frequency;
}

/// Where a feature stands in the hash table, or is to stand. Domain: a place is free.
FeatureFrequencies::Sparse& FeatureFrequencies::place_of(FeatureId feature) noexcept {
  const std::size_t mask = sparse_.size() - 1;
  // The upper bits of the product with the golden ratio.
  std::size_t at = feature * std::uint64_t{0x9E3779B97F4A7C15} >> 32 & mask;
  Sparse* const places = sparse_.data();
  while (places[at].feature != feature && places[at].feature != none) at = (at + 1) & mask;
  return places[at];
}

/// Makes a hash table for so many features and more, with those of the old one that the array does not have.
void FeatureFrequencies::place_anew(std::size_t size) {
  constexpr std::size_t least = 16;
  std::vector<Sparse> old(std::bit_ceil(std::max(least, 4 * size)));
  old.swap(sparse_);
  sparse_used_ = 0;
  for (const Sparse& one : old) {
    if (one.feature == none) continue;
    if (one.feature < dense_.size()) {
      dense_[one.feature] = one.frequency;
    } else {
      place_of(one.feature) = one;
      ++sparse_used_;
    }
  }
}

std::size_t FeatureFrequencies::bytes() const noexcept {
  return single_.capacity() * sizeof(FeatureCount) + dense_.capacity() * sizeof(Frequency) +
         sparse_.capacity() * sizeof(Sparse);
}

}  // namespace topos
