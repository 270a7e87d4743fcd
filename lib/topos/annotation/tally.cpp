// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/tally.hpp"

#include <algorithm>
#include <utility>

#include "topos/annotation/fields.hpp"
#include "topos/base/hash.hpp"

namespace topos {
namespace {

/// Rows of a document that memory is taken for at once: few have more.
constexpr std::size_t usual_rows = 1024;

void add_groups(const QueryResult& found, const AnnotatedDocument& annotated, DocumentTally& tally) {
  std::uint64_t all = 0;
  std::uint64_t furniture = 0;
  for (std::size_t i = 0; i < annotated.sizes.size(); ++i) {
    const RegionName name = annotated.document.regions[i].name;
    all += annotated.sizes[i].words;
    if (name == RegionName::references || name == RegionName::boilerplate) furniture += annotated.sizes[i].words;
  }
  for (const QueryGroup& group : found.groups) {
    tally.groups.push_back(
        {group.values, {1, group.size.words, group.size.sentences, group.size.characters, 0, furniture, all}});
    tally.values.push_back(group.values);
  }
  tally.values.insert(tally.values.end(), found.split_values.begin(), found.split_values.end());
}

}  // namespace

DocumentTally Tallier::tally(const AnnotatedDocument& annotated, bool draft) {
  DocumentTally tally;
  tally.document = annotated.document.id;
  tally.draft = draft;
  patterns_.clear();
  const std::size_t rows = std::min(annotated.hits.size(), usual_rows);
  tally.rows.reserve(rows);
  tally.patterns.reserve(rows);
  const auto add_coder = [&](std::uint32_t row, const Hit& hit) {
    if (hit.notes == 0) return;
    if (const std::string_view coder = annotated.notes_of(hit).coder; !coder.empty())
      tally.coders.push_back({row, coder});
  };
  const QueryResult& found = run_.each(
      annotated,
      [&](std::uint32_t number, const Hit& hit) {
        if (number == tally.rows.size()) tally.rows.emplace_back();
        DocumentTally::Row& row = tally.rows.data()[number];
        ++row.n;
        row.weighted += row.run_weight;
        row.run_weight = hit.weight;
        row.quoted += hit.quoted == Flag::yes ? 1 : 0;
        row.negated += hit.negated == Flag::yes ? 1 : 0;
        row.sentences += row.last_sentence != hit.sentence ? 1 : 0;
        row.last_sentence = hit.sentence;
        const std::uint32_t pattern = patterns_.number_of(hit.kind->number, number);
        if (pattern == tally.patterns.size()) tally.patterns.push_back({number, hit.kind, 0});
        ++tally.patterns.data()[pattern].n;
        add_coder(number, hit);
      },
      [&](std::uint32_t number, const Hit& hit) {
        DocumentTally::Row& row = tally.rows[number];
        row.run_weight = std::max(row.run_weight, hit.weight);
        tally.runs = true;
        add_coder(number, hit);
      });
  tally.selected = found.selected;
  add_groups(found, annotated, tally);
  for (std::size_t i = 0; i < tally.rows.size(); ++i) {
    DocumentTally::Row& row = tally.rows[i];
    row.kind = found.rows[i].kind;
    row.values = found.rows[i].values;
    row.weighted += std::exchange(row.run_weight, 0);
  }
  return tally;
}

DocumentTally tally_document(const Query& query, const AnnotatedDocument& annotated, bool draft) {
  return Tallier(query).tally(annotated, draft);
}

std::size_t Tally::GroupHash::operator()(const GroupKey& key) const noexcept {
  std::uint64_t hash = key.size();
  for (const std::string& value : key) hash = hash64(value, hash);
  return hash;
}

std::uint32_t Tally::number_of(const GroupKey& values) {
  const auto [known, added] = value_numbers_.try_emplace(values, static_cast<std::uint32_t>(values_.size()));
  if (added) {
    values_.push_back(&known->first);
    groups_.emplace_back();
  }
  return known->second;
}

/// Our numbers of a document's rows.
const std::vector<std::uint32_t>& Tally::rows_of(const DocumentTally& one) {
  values_of_document_.clear();
  rows_of_document_.clear();
  for (const GroupKey& values : one.values) values_of_document_.push_back(number_of(values));
  for (const DocumentTally::Row& row : one.rows) {
    const std::uint32_t values = values_of_document_[row.values];
    const std::uint32_t number = row_numbers_.number_of(row.kind->number, values);
    if (number == rows_.size()) rows_.push_back({row.kind, values, {}});
    rows_of_document_.push_back(number);
  }
  return rows_of_document_;
}

void Tally::add(const DocumentTally& one, bool duplicate) {
  for (const DocumentTally::Group& part : one.groups) {
    GroupCount& group = groups_[number_of(part.values)];
    group.documents += part.count.documents;
    group.words += part.count.words;
    group.sentences += part.count.sentences;
    group.characters += part.count.characters;
    group.duplicates += duplicate ? 1 : 0;
    group.furniture_words += part.count.furniture_words;
    group.all_words += part.count.all_words;
  }
  const std::vector<std::uint32_t>& numbers = rows_of(one);
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    const DocumentTally::Row& row = one.rows[i];
    RowCount& sum = rows_.data()[numbers.data()[i]].count;
    sum.n += row.n;
    sum.weighted += row.weighted;
    sum.sentences += row.sentences;
    ++sum.documents;
    sum.quoted += row.quoted;
    sum.negated += row.negated;
    sum.draft += one.draft ? row.n : 0;
  }
  for (const DocumentTally::PatternCount& pattern : one.patterns) {
    const std::uint32_t row = numbers[pattern.row];
    const std::uint32_t number = pattern_numbers_.number_of(pattern.kind->number, row);
    if (number == patterns_.size()) patterns_.push_back({row, pattern.kind, 0});
    patterns_.data()[number].n += pattern.n;
  }
  for (const DocumentTally::Coder& coder : one.coders) rows_[numbers[coder.row]].count.coders.insert(coder.name);
}

void Tally::add_machine(const DocumentTally& before) {
  const std::vector<std::uint32_t>& numbers = rows_of(before);
  for (std::size_t i = 0; i < before.rows.size(); ++i) rows_[numbers[i]].count.machine += before.rows[i].n;
  for (const DocumentTally::Coder& coder : before.coders) rows_[numbers[coder.row]].count.coders.insert(coder.name);
}

bool Tally::found() const noexcept {
  return std::any_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.count.n > 0; });
}

Counts Tally::counts() const {
  Counts counts;
  std::vector<RowCount*> places;
  for (const Row& row : rows_)
    places.push_back(&(counts.rows[{row.kind->codebook, row.kind->code, *values_[row.values]}] = row.count));
  for (const DocumentTally::PatternCount& pattern : patterns_)
    places[pattern.row]->patterns[pattern.kind->pattern] += pattern.n;
  for (std::size_t i = 0; i < groups_.size(); ++i)
    if (groups_[i].documents > 0) counts.groups.emplace(*values_[i], groups_[i]);
  return counts;
}

GroupKey text_group(const GroupKey& row, const std::vector<std::string>& by) {
  GroupKey key = row;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (field_kind(by[i]) == FieldKind::hit) key[i].clear();
  return key;
}

const GroupCount& Counts::group_of(const GroupKey& row, const std::vector<std::string>& by) const {
  static const GroupCount none;
  const auto found = groups.find(text_group(row, by));
  return found == groups.end() ? none : found->second;
}

}  // namespace topos
