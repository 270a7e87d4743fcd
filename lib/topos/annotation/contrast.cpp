// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/contrast.hpp"

#include <algorithm>
#include <tuple>

namespace topos {

std::uint32_t Contrast::unit_of(Half& half, const std::string& cluster) {
  const auto next = static_cast<std::uint32_t>(half.words.size());
  std::uint32_t unit = next;
  if (!cluster.empty()) unit = half.clusters.try_emplace(cluster, next).first->second;
  if (unit == next) half.words.push_back(0);
  return unit;
}

void Contrast::add(Side side, const Origin& origin, const DocumentFeatures::Group& group) {
  Half& half = sides_[index(side)];
  ++half.facts.documents;
  half.facts.duplicates += origin.duplicate ? 1 : 0;
  half.facts.words += group.words;
  half.facts.draft = half.facts.draft || origin.draft;
  half.facts.languages.insert(origin.language);
  const std::uint32_t unit = unit_of(half, origin.cluster);
  half.words[unit] += group.words;
  for (const FeatureCount& count : group.counts) half.entries.push_back({count.feature, unit, count.n});
}

std::size_t Contrast::units(Side side) const {
  const std::vector<std::uint64_t>& words = sides_[index(side)].words;
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](std::uint64_t n) { return n > 0; }));
}

std::vector<Contrast::Row> Contrast::rows() {
  std::vector<Row> rows;
  for (Half& half : sides_)
    std::sort(half.entries.begin(), half.entries.end(),
              [](const Entry& a, const Entry& b) { return std::tie(a.feature, a.unit) < std::tie(b.feature, b.unit); });
  std::array<std::uint32_t, 2> at{};
  const auto is_at_end = [&](std::size_t side) { return at[side] == sides_[side].entries.size(); };
  while (!is_at_end(0) || !is_at_end(1)) {
    Row row;
    row.feature = ~FeatureId{0};
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}})
      if (!is_at_end(side)) row.feature = std::min(row.feature, sides_[side].entries[at[side]].feature);
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      row.begin[side] = at[side];
      for (; !is_at_end(side) && sides_[side].entries[at[side]].feature == row.feature; ++at[side]) {
        row.n[side] += sides_[side].entries[at[side]].n;
        ++row.documents[side];
      }
      row.end[side] = at[side];
    }
    rows.push_back(row);
  }
  return rows;
}

void Contrast::rates(const Row& row, Side side, std::vector<double>& out) const {
  const Half& half = sides_[index(side)];
  out.clear();
  for (std::uint32_t at = row.begin[index(side)]; at < row.end[index(side)];) {
    const std::uint32_t unit = half.entries[at].unit;
    std::uint64_t n = 0;
    for (; at < row.end[index(side)] && half.entries[at].unit == unit; ++at) n += half.entries[at].n;
    if (half.words[unit] > 0) out.push_back(static_cast<double>(n) / static_cast<double>(half.words[unit]));
  }
}

}  // namespace topos
