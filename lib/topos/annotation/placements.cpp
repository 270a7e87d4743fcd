// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/placements.hpp"

#include <algorithm>

namespace topos {
namespace {

/// First word of slice number `slice`, without the product of two 64-bit numbers.
std::uint64_t slice_begin(std::uint64_t words, std::uint64_t slices, std::uint64_t slice) {
  return words / slices * slice + words % slices * slice / slices;
}

}  // namespace

void Placements::add(const DocumentPlaces& one, bool duplicate) {
  std::vector<Text*> texts;
  std::vector<std::uint64_t> before;
  for (const DocumentPlaces::Group& group : one.groups) {
    Text& text = texts_[group.values];
    texts.push_back(&text);
    before.push_back(text.words);
    ++text.documents;
    text.words += group.words;
    text.duplicates += duplicate ? 1 : 0;
  }
  std::vector<std::uint32_t> number;
  for (const DocumentPlaces::Part& part : one.parts) {
    std::vector<std::uint64_t>& parts = texts[part.group]->parts;
    number.push_back(static_cast<std::uint32_t>(parts.size()));
    parts.push_back(part.words);
  }
  for (const DocumentPlaces::Row& found : one.rows) {
    Row& row = rows_[found.key];
    row.text = texts[found.group];
    row.draft = row.draft || one.draft;
    for (const DocumentPlaces::Place& place : found.places) {
      row.positions.push_back(before[found.group] + place.position);
      if (place.part == DocumentPlaces::no_part) continue;
      const std::uint32_t part = number[place.part];
      // Sections may come again behind others, so that a part need not be the last one.
      const auto known =
          std::find_if(row.parts.rbegin(), row.parts.rend(), [&](const auto& other) { return other.first <= part; });
      if (known != row.parts.rend() && known->first == part)
        ++known->second;
      else
        row.parts.insert(known.base(), {part, 1});
    }
  }
}

PartCounts counts_by_part(const Placements::Row& row) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> parts;
  auto next = row.parts.begin();
  for (std::uint32_t part = 0; part < row.text->parts.size(); ++part) {
    const bool here = next != row.parts.end() && next->first == part;
    parts.emplace_back(row.text->parts[part], here ? next->second : 0);
    if (here) ++next;
  }
  std::sort(parts.begin(), parts.end());
  PartCounts result;
  for (const auto& [words, hits] : parts) {
    result.sizes.push_back(static_cast<double>(words));
    result.counts.push_back(hits);
  }
  return result;
}

PartCounts counts_by_slice(const Placements::Row& row, std::uint64_t slices) {
  PartCounts result;
  auto next = row.positions.begin();
  for (std::uint64_t slice = 0; slice < slices; ++slice) {
    const std::uint64_t end = slice_begin(row.text->words, slices, slice + 1);
    result.sizes.push_back(static_cast<double>(end - slice_begin(row.text->words, slices, slice)));
    const auto first = next;
    next = std::partition_point(next, row.positions.end(), [&](std::uint64_t position) { return position < end; });
    result.counts.push_back(static_cast<double>(next - first));
  }
  return result;
}

std::vector<std::uint64_t> distinct_positions(const Placements::Row& row) {
  std::vector<std::uint64_t> positions = row.positions;
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

}  // namespace topos
