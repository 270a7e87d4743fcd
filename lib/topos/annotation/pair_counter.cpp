// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/pair_counter.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "topos/annotation/fields.hpp"

namespace topos {
namespace {

void make_set(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Whether a field of hits has no value.
bool lacks_value(const GroupKey& values, const std::vector<std::string>& by) {
  for (std::size_t i = 0; i < by.size(); ++i)
    if (values[i].empty() && field_kind(by[i]) == FieldKind::hit) return true;
  return false;
}

}  // namespace

void PairCounter::mark_units(const QueryResult& found, const QueryHit& hit, Marks& marks) const {
  const auto unit_of = [&](const Hit& one) -> std::uint32_t {
    switch (options_.unit) {
      case WordPlaces::Bound::sentence:
        return one.sentence;
      case WordPlaces::Bound::paragraph:
        return one.paragraph;
      case WordPlaces::Bound::document:
        break;
    }
    return 0;
  };
  marks.units.push_back(unit_of(*hit.hit));
  for (const Hit* other : found.others_of(hit)) marks.units.push_back(unit_of(*other));
}

void PairCounter::mark_words(const QueryHit& hit, std::uint32_t group, Marks& marks) const {
  const PlaceRange own = places_.within(hit.span);
  if (own.empty()) return;
  marks.units.push_back(own.begin);
  const PlaceRange near = places_.around(hit.span, *options_.window);
  for (std::uint32_t place = near.begin; place < near.end; ++place)
    if (places_.words()[place].group == group) marks.near.push_back(place);
}

void PairCounter::count_groups(const QueryParts& parts, const AnnotatedDocument& annotated,
                               DocumentPairs& result) const {
  for (const QueryGroup& group : parts.groups) {
    std::uint64_t units = group.size.sentences;
    if (options_.unit == WordPlaces::Bound::document) units = 1;
    if (options_.unit == WordPlaces::Bound::paragraph || options_.window) units = 0;
    result.groups.push_back({group.values, units});
  }
  if (options_.window) {
    for (const WordPlaces::Word& word : places_.words()) ++result.groups[word.group].units;
  } else if (options_.unit == WordPlaces::Bound::paragraph) {
    for (std::size_t region = 0; region < parts.group_of.size(); ++region)
      if (parts.group_of[region] != QueryParts::none && annotated.sizes[region].sentences > 0)
        ++result.groups[parts.group_of[region]].units;
  }
}

std::vector<std::uint32_t> PairCounter::codes_of(const QueryResult& found, Codes& codes) const {
  const std::vector<std::string>& by = run_.query().options().by;
  std::vector<std::uint32_t> code_of;
  std::map<RowKey, std::uint32_t> known;
  for (const QueryRow& row : found.rows) {
    RowKey key{row.kind->codebook, row.kind->code, found.values_of(row)};
    const bool split = options_.split && options_.split(key.code);
    if (options_.split && !split) key.group = text_group(key.group, by);
    if (split && lacks_value(key.group, by)) {
      code_of.push_back(none);
      continue;
    }
    const auto [at, added] = known.try_emplace(key, static_cast<std::uint32_t>(codes.size()));
    if (added) codes.emplace_back().first.key = std::move(key);
    code_of.push_back(at->second);
  }
  return code_of;
}

DocumentPairs PairCounter::count(const AnnotatedDocument& annotated, const Annotator& annotator) {
  DocumentPairs result;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  const QueryParts parts = run_.query().parts(annotated);
  if (!parts.selected) return result;
  if (options_.window) places_.take(annotator.segmentation(), parts, {false, options_.unit});
  count_groups(parts, annotated, result);

  const QueryResult& found = run_.run(annotated);
  Codes codes;
  const std::vector<std::uint32_t> code_of = codes_of(found, codes);
  for (const QueryHit& hit : found.hits) {
    if (code_of[hit.row] == none) continue;
    auto& [presence, marks] = codes[code_of[hit.row]];
    ++presence.hits;
    if (options_.window)
      mark_words(hit, parts.group_of[hit.hit->paragraph - 1], marks);
    else
      mark_units(found, hit, marks);
  }
  std::sort(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.first.key < b.first.key; });

  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> codes_of_unit;
  for (auto& [presence, marks] : codes) {
    make_set(marks.units);
    make_set(marks.near);
    presence.units = marks.units.size();
    presence.near = options_.window ? marks.near.size() : marks.units.size();
    for (const std::uint32_t unit : marks.units)
      codes_of_unit[unit].push_back(static_cast<std::uint32_t>(result.codes.size()));
    if (options_.keep_places) presence.places = marks.units;
    result.codes.push_back(presence);
  }
  std::unordered_map<std::uint64_t, DocumentPairs::Pair> both;
  std::uint32_t a = 0;
  for (const auto& [presence, marks] : codes) {
    for (const std::uint32_t unit : options_.window ? marks.near : marks.units) {
      const auto others = codes_of_unit.find(unit);
      if (others == codes_of_unit.end()) continue;
      for (const std::uint32_t b : others->second)
        if (b > a || (options_.window && b != a)) {
          DocumentPairs::Pair& pair = both[std::uint64_t{a} << 32 | b];
          ++pair.units;
          if (options_.keep_places) pair.places.push_back(unit);
        }
    }
    ++a;
  }
  const auto same_text = [&](const DocumentPairs::Pair& pair) {
    const GroupKey& first = result.codes[pair.a].key.group;
    const GroupKey& second = result.codes[pair.b].key.group;
    return first == second || (options_.split && text_group(first, run_.query().options().by) ==
                                                     text_group(second, run_.query().options().by));
  };
  for (auto& [key, pair] : both) {
    pair.a = static_cast<std::uint32_t>(key >> 32);
    pair.b = static_cast<std::uint32_t>(key);
    // One sentence may be of two groups only if a hit was added by hand; a document is of several where --by splits it.
    if (same_text(pair)) result.pairs.push_back(std::move(pair));
  }
  std::sort(result.pairs.begin(), result.pairs.end(), [](const DocumentPairs::Pair& x, const DocumentPairs::Pair& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  return result;
}

}  // namespace topos
