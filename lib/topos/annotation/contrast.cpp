// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/contrast.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace topos {
namespace {

constexpr std::size_t at_a_time = 4096;  // other threads ask for numbers meanwhile

}  // namespace

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
  if (table_ != table) {
    spill();
    table_ = table;
  }
  if (group >= facts_.size()) facts_.resize(group + std::size_t{1});
  Facts& facts = facts_[group];
  ++facts.documents;
  facts.duplicates += origin.duplicate ? 1 : 0;
  facts.words += counted.words;
  facts.draft = facts.draft || origin.draft;
  facts.languages.insert(origin.language);
  const std::uint32_t unit = unit_of(group, origin.cluster);
  units_[unit].words += counted.words;
  for (const FeatureCount& count : counted.counts) entries_.push_back({count.feature, {unit, count.n}});
  if (entries_.size() * sizeof(Entry) > budget_ / 4) spill();
}

const Contrast::Facts& Contrast::facts(Group group) const {
  static const Facts none;
  return group < facts_.size() ? facts_[group] : none;
}

void Contrast::sort_entries() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return std::tie(a.feature, a.count.unit) < std::tie(b.feature, b.count.unit); });
}

void Contrast::spill() {
  if (entries_.empty()) return;
  std::string key;
  std::string record;
  const std::span<const Entry> all = entries_;
  for (std::size_t at = 0; at < all.size(); at += at_a_time)
    table_->each_text(all.subspan(at, std::min(at_a_time, all.size() - at)), [&](std::string_view feature, const Entry& entry) {
      key.assign(feature) += '\0';
      for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>(entry.count.unit >> shift & 0xFF);
      record.assign(reinterpret_cast<const char*>(&entry.count), sizeof entry.count).append(feature);
      spilled_.add(key, record);
    });
  entries_.clear();
}

void Contrast::rows(const std::function<void(const Row&)>& take) {
  if (!spilled_.empty()) return spilled_rows(take);
  sort_entries();
  std::vector<Count> counts;
  for (std::size_t at = 0; at < entries_.size();) {
    const FeatureId feature = entries_[at].feature;
    counts.clear();
    for (; at < entries_.size() && entries_[at].feature == feature; ++at) counts.push_back(entries_[at].count);
    take({table_->text(feature), counts});
  }
}

void Contrast::spilled_rows(const std::function<void(const Row&)>& take) {
  spill();
  std::string feature;
  std::vector<Count> counts;
  spilled_.drain([&](std::string_view record) {
    Count count;
    std::memcpy(&count, record.data(), sizeof count);
    record.remove_prefix(sizeof count);
    if (record != feature) {
      if (!counts.empty()) take({feature, counts});
      counts.clear();
      feature = record;
    }
    counts.push_back(count);
    return true;
  });
  if (!counts.empty()) take({feature, counts});
}

}  // namespace topos
