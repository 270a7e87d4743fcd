// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/contrast.hpp"

namespace topos {

std::uint32_t Contrast::unit_of(Group group, const std::string& cluster) {
  const auto next = static_cast<std::uint32_t>(units_.size());
  if (cluster.empty()) {
    units_.push_back({group, next_cluster_++, 0});
    return next;
  }
  const auto [known, added] = clusters_.try_emplace(cluster, next_cluster_);
  if (added) ++next_cluster_;
  const auto [unit, first] = units_of_clusters_.try_emplace({group, known->second}, next);
  if (first) units_.push_back({group, known->second, 0});
  return unit->second;
}

void Contrast::add(Group group, const Origin& origin, const DocumentFeatures::Group& counted, const Table& table) {
  counts_.number_by(table);
  if (group >= facts_.size()) facts_.resize(group + std::size_t{1});
  Facts& facts = facts_[group];
  ++facts.documents;
  facts.duplicates += origin.duplicate ? 1 : 0;
  facts.words += counted.words;
  facts.draft = facts.draft || origin.draft;
  facts.languages.insert(origin.language);
  const std::uint32_t unit = unit_of(group, origin.cluster);
  units_[unit].words += counted.words;
  for (const FeatureCount& count : counted.counts) counts_.add(count.feature, {unit, count.n});
}

const Contrast::Facts& Contrast::facts(Group group) const {
  static const Facts none;
  return group < facts_.size() ? facts_[group] : none;
}

void Contrast::rows(const std::function<void(const Row&)>& take) {
  counts_.each([&](std::string_view feature, std::span<const Count> counts) { take({feature, counts}); });
}

}  // namespace topos
