// SPDX-License-Identifier: Apache-2.0
#include "unit_sides.hpp"

#include <map>
#include <utility>

namespace topos::cli {

UnitSides::UnitSides(const Contrast& contrast, const std::function<std::optional<Side>(Contrast::Group)>& side_of) {
  std::vector<std::optional<Side>> sides;
  for (Contrast::Group group = 0; group < contrast.groups(); ++group) {
    sides.push_back(side_of(group));
    if (!sides.back()) continue;
    const Contrast::Facts& one = contrast.facts(group);
    Contrast::Facts& all = facts_[index(*sides.back())];
    all.documents += one.documents;
    all.duplicates += one.duplicates;
    all.words += one.words;
    all.draft = all.draft || one.draft;
    all.languages.insert(one.languages.begin(), one.languages.end());
  }
  std::map<std::pair<std::uint32_t, std::uint8_t>, std::uint32_t> known;
  for (const Contrast::Unit& unit : contrast.units()) {
    Place& place = places_.emplace_back();
    if (!sides[unit.group]) continue;
    place.left_out = false;
    place.side = static_cast<std::uint8_t>(*sides[unit.group]);
    if (unit.words == 0) continue;
    const auto [at, added] = known.try_emplace({unit.cluster, place.side}, static_cast<std::uint32_t>(words_.size()));
    place.unit = at->second;
    if (added) {
      words_.push_back(0);
      targets_.push_back(place.side == index(Side::target) ? 1 : 0);
      clusters_.push_back(unit.cluster);
      ++sizes_[place.side];
      paired_ = paired_ || known.contains({unit.cluster, static_cast<std::uint8_t>(1 - place.side)});
    }
    words_[place.unit] += static_cast<double>(unit.words);
  }
  n_.resize(words_.size());
}

UnitSides::Sums UnitSides::sums(const Contrast::Row& row) const {
  Sums sums;
  for (const Contrast::Count& count : row.counts) {
    const Place& place = places_[count.unit];
    if (place.left_out) continue;
    sums.n[place.side] += count.n;
    ++sums.documents[place.side];
  }
  return sums;
}

void UnitSides::counts(const Contrast::Row& row, std::vector<SparsePermutation::Count>& out) {
  out.clear();
  for (const Contrast::Count& count : row.counts) {
    const std::uint32_t unit = places_[count.unit].unit;
    if (unit == none || count.n == 0) continue;
    if (n_[unit] == 0) out.push_back({unit, 0});
    n_[unit] += count.n;
  }
  for (SparsePermutation::Count& one : out) one.n = static_cast<double>(std::exchange(n_[one.unit], 0));
}

void UnitSides::rates(const Contrast::Row& row, std::array<std::vector<double>, 2>& out) {
  std::vector<SparsePermutation::Count> found;
  counts(row, found);
  for (std::vector<double>& side : out) side.clear();
  for (const SparsePermutation::Count& one : found)
    out[index(targets_[one.unit] == 1 ? Side::target : Side::reference)].push_back(one.n / words_[one.unit]);
}

SparsePermutation UnitSides::permutation(PermutationSettings settings) const {
  if (paired_) settings.strata = clusters_;
  return {words_, targets_, settings};
}

}  // namespace topos::cli
