// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequencies.hpp"

#include <algorithm>

namespace topos {

/// Of a feature behind the array.
Frequency& FeatureFrequencies::beyond(FeatureId feature) {
  const auto [found, added] = sparse_.try_emplace(feature);
  if (added) ++held_;
  // An array four times as long as what it holds takes no more than a hash table.
  if (!added || feature / 2 > held_) return found->second;
  dense_.resize(std::max<std::size_t>(feature + std::size_t{1}, 2 * dense_.size()));
  for (auto at = sparse_.begin(); at != sparse_.end();) {
    if (at->first >= dense_.size()) {
      ++at;
      continue;
    }
    dense_[at->first] = at->second;
    at = sparse_.erase(at);
  }
  return dense_[feature];
}

void Frequencies::add(const DocumentFeatures& document) {
  for (const DocumentFeatures::Group& one : document.groups) {
    Group& group = groups_[one.values];
    group.words += one.words;
    for (const FeatureCount& count : one.counts) {
      Frequency& frequency = group.features[count.feature];
      frequency.n += count.n;
      ++frequency.documents;
    }
  }
}

std::vector<FrequencyRow> Frequencies::rows(const FeatureTable& table, std::uint64_t least, std::uint64_t least_documents) const {
  std::vector<FrequencyRow> rows;
  for (const auto& [values, group] : groups_)
    group.features.each([&, &values = values, words = group.words](FeatureId feature, const Frequency& frequency) {
      if (frequency.n >= least && frequency.documents >= least_documents) rows.push_back({table.text(feature), &values, words, frequency});
    });
  std::sort(rows.begin(), rows.end(), [](const FrequencyRow& a, const FrequencyRow& b) {
    if (a.frequency.n != b.frequency.n) return a.frequency.n > b.frequency.n;
    if (a.feature != b.feature) return a.feature < b.feature;
    return *a.group < *b.group;
  });
  return rows;
}

}  // namespace topos
