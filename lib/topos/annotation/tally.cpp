// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/tally.hpp"

#include <algorithm>
#include <unordered_map>

#include "topos/annotation/fields.hpp"

namespace topos {
namespace {

void add_groups(const QueryResult& found, const AnnotatedDocument& annotated, DocumentTally& tally) {
  std::uint64_t all = 0;
  std::uint64_t furniture = 0;
  for (std::size_t i = 0; i < annotated.sizes.size(); ++i) {
    const RegionName name = annotated.document.regions[i].name;
    all += annotated.sizes[i].words;
    if (name == RegionName::references || name == RegionName::boilerplate) furniture += annotated.sizes[i].words;
  }
  for (const QueryGroup& group : found.groups)
    tally.groups[group.values] = {1, group.size.words, group.size.sentences, group.size.characters, 0, furniture, all};
}

/// Where a hit is counted.
struct Place {
  RowCount* row = nullptr;
  std::uint64_t* pattern = nullptr;
  std::uint32_t* last_sentence = nullptr;  ///< hits are in text order, so each sentence counts once
};

/// Finds the places of hits. Hits that name codebook, code and pattern by the same bytes in memory share one without a look at its text.
class Places {
 public:
  explicit Places(DocumentTally& tally) : tally_(tally) {}

  Place of(const QueryHit& hit, const GroupKey& values) {
    if (!hit.values.empty()) return make(hit, values);
    Place& known = known_[{hit.code.data(), hit.code.size(), hit.hit->codebook.data(), hit.hit->pattern.data(), hit.hit->pattern.size(), hit.group}];
    if (known.row == nullptr) known = make(hit, values);
    return known;
  }

 private:
  struct Key {
    const char* code;
    std::size_t code_size;
    const char* codebook;
    const char* pattern;
    std::size_t pattern_size;
    std::uint32_t group;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const noexcept {
      return reinterpret_cast<std::uintptr_t>(key.code) * 31 + reinterpret_cast<std::uintptr_t>(key.pattern) + key.group * std::size_t{0x9E3779B1};
    }
  };

  Place make(const QueryHit& hit, const GroupKey& values) {
    RowCount& row = tally_.rows[{hit.hit->codebook, hit.code, values}];
    return {&row, &row.patterns[hit.hit->pattern], &last_sentences_[&row]};
  }

  DocumentTally& tally_;
  std::unordered_map<Key, Place, Hash> known_;
  std::unordered_map<const RowCount*, std::uint32_t> last_sentences_;
};

}  // namespace

DocumentTally tally_document(const Query& query, const AnnotatedDocument& annotated, bool draft) {
  const QueryResult found = query.run(annotated);
  DocumentTally tally;
  tally.document = annotated.document.id;
  tally.selected = found.selected;
  add_groups(found, annotated, tally);
  Places places(tally);
  for (const QueryHit& hit : found.hits) {
    const Place place = places.of(hit, hit.values.empty() ? found.groups[hit.group].values : hit.values);
    RowCount& row = *place.row;
    ++row.n;
    row.weighted += hit.weight;
    row.documents = 1;
    row.quoted += hit.hit->quoted == Flag::yes ? 1 : 0;
    row.negated += hit.hit->negated == Flag::yes ? 1 : 0;
    row.draft += draft ? 1 : 0;
    ++*place.pattern;
    if (!hit.hit->coder.empty()) row.coders.insert(hit.hit->coder);
    for (const Hit* other : hit.others)
      if (!other->coder.empty()) row.coders.insert(other->coder);
    if (*place.last_sentence != hit.hit->sentence) ++row.sentences;
    *place.last_sentence = hit.hit->sentence;
  }
  return tally;
}

void add_machine_counts(DocumentTally& now, const DocumentTally& before) {
  for (const auto& [key, row] : before.rows) {
    RowCount& beside = now.rows[key];
    beside.machine = row.n;
    beside.coders.insert(row.coders.begin(), row.coders.end());
  }
}

void Tally::add(const DocumentTally& one, bool duplicate) {
  for (const auto& [key, count] : one.groups) {
    GroupCount& group = groups[key];
    group.documents += count.documents;
    group.words += count.words;
    group.sentences += count.sentences;
    group.characters += count.characters;
    group.duplicates += duplicate ? 1 : 0;
    group.furniture_words += count.furniture_words;
    group.all_words += count.all_words;
  }
  for (const auto& [key, count] : one.rows) {
    RowCount& row = rows[key];
    row.n += count.n;
    row.weighted += count.weighted;
    row.sentences += count.sentences;
    row.documents += count.documents;
    row.quoted += count.quoted;
    row.negated += count.negated;
    row.draft += count.draft;
    row.machine += count.machine;
    for (const auto& [pattern, n] : count.patterns) row.patterns[pattern] += n;
    row.coders.insert(count.coders.begin(), count.coders.end());
  }
}

const GroupCount& Tally::group_of(const GroupKey& row, const std::vector<std::string>& by) const {
  GroupKey key = row;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (field_kind(by[i]) == FieldKind::hit) key[i].clear();
  static const GroupCount none;
  const auto found = groups.find(key);
  return found == groups.end() ? none : found->second;
}

}  // namespace topos
