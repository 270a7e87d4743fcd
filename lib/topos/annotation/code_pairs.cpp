// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/code_pairs.hpp"

#include <algorithm>
#include <tuple>

namespace topos {

void CodePairs::add(const DocumentPairs& document, bool duplicate) {
  for (const DocumentPairs::Group& one : document.groups) {
    const auto [at, added] = groups_.try_emplace(one.values);
    Group& group = at->second;
    if (added) group.postings = postings_.begin_list();
    ++group.facts.documents;
    group.facts.duplicates += duplicate ? 1 : 0;
    group.facts.units += one.units;
    postings_.add(group.postings, {documents_, 0, static_cast<std::uint32_t>(one.units)});
  }
  std::vector<const RowKey*> keys;
  for (const CodePresence& one : document.codes) {
    const auto [at, added] = codes_.try_emplace(one.key);
    keys.push_back(&at->first);
    if (added) at->second.postings = postings_.begin_list();
    CodeFacts& facts = at->second.facts;
    facts.units += one.units;
    facts.hits += one.hits;
    facts.near += one.near;
    ++facts.documents;
    facts.draft = facts.draft || document.draft;
    postings_.add(at->second.postings,
                  {documents_, static_cast<std::uint32_t>(one.near), static_cast<std::uint32_t>(one.units)});
  }
  for (const DocumentPairs::Pair& one : document.pairs) {
    const auto [at, added] = pairs_.try_emplace({keys[one.a], keys[one.b]});
    Pair& pair = at->second;
    if (added && keep_pairs_) pair.postings = postings_.begin_list();
    pair.n += one.units;
    ++pair.documents;
    if (keep_pairs_) postings_.add(pair.postings, {documents_, 0, static_cast<std::uint32_t>(one.units)});
  }
  if (keep_pairs_) names_.push_back({document.document, document.cluster});
  ++documents_;
}

std::vector<PairRow> CodePairs::rows() const {
  std::vector<PairRow> rows;
  for (const auto& [key, pair] : pairs_) rows.push_back({key.first, key.second, pair.n, pair.documents});
  // Keys are compared by address, which differs from run to run.
  std::sort(rows.begin(), rows.end(),
            [](const PairRow& x, const PairRow& y) { return std::tie(*x.a, *x.b) < std::tie(*y.a, *y.b); });
  return rows;
}

PairRow CodePairs::row(const RowKey& a, const RowKey& b) const {
  const RowKey* first = &codes_.find(a)->first;
  const RowKey* second = &codes_.find(b)->first;
  const Pair* found = find(first, second);
  return found == nullptr ? PairRow{first, second, 0, 0} : PairRow{first, second, found->n, found->documents};
}

const CodePairs::Pair* CodePairs::find(const RowKey* a, const RowKey* b) const {
  const auto found = pairs_.find(directed_ || *a < *b ? PairKey{a, b} : PairKey{b, a});
  return found == pairs_.end() ? nullptr : &found->second;
}

std::vector<const RowKey*> CodePairs::codes() const {
  std::vector<const RowKey*> keys;
  for (const auto& [key, code] : codes_) keys.push_back(&key);
  return keys;
}

bool CodePairs::several_books() const {
  // Keys are ordered by codebook.
  return !codes_.empty() && codes_.begin()->first.codebook != codes_.rbegin()->first.codebook;
}

std::vector<PairStratum> CodePairs::strata(const PairRow& row) const {
  const std::vector<Posting> group = postings_.items(groups_.at(row.a->group).postings);
  const std::vector<Posting> second = postings_.items(codes_.at(*row.b).postings);
  // All lists are in input order, so one walk joins them.
  std::vector<PairStratum> strata;
  auto in_group = group.begin();
  auto at = second.begin();
  for (const Posting& first : postings_.items(codes_.at(*row.a).postings)) {
    while (in_group != group.end() && in_group->document < first.document) ++in_group;
    if (in_group == group.end()) break;
    while (at != second.end() && at->document < first.document) ++at;
    const bool both = at != second.end() && at->document == first.document;
    strata.push_back({in_group->units, first.near, both ? at->units : 0});
  }
  return strata;
}

std::vector<DocumentUnits> CodePairs::units_in(std::uint32_t list) const {
  std::vector<DocumentUnits> documents;
  for (const Posting& posting : postings_.items(list)) documents.push_back({posting.document, posting.units});
  return documents;
}

std::vector<DocumentUnits> CodePairs::documents_of(const PairRow& row) const {
  const Pair* pair = find(row.a, row.b);
  return pair == nullptr ? std::vector<DocumentUnits>() : units_in(pair->postings);
}

std::vector<DocumentUnits> CodePairs::documents_of(const RowKey& code) const {
  return units_in(codes_.at(code).postings);
}

std::vector<std::uint32_t> CodePairs::documents_of(const GroupKey& group) const {
  std::vector<std::uint32_t> documents;
  for (const Posting& posting : postings_.items(groups_.at(group).postings)) documents.push_back(posting.document);
  return documents;
}

std::vector<DocumentUnits> CodePairs::units_of(const GroupKey& group) const {
  std::vector<DocumentUnits> documents = units_in(groups_.at(group).postings);
  std::erase_if(documents, [](const DocumentUnits& one) { return one.units == 0; });
  return documents;
}

std::vector<const GroupKey*> CodePairs::groups() const {
  std::vector<const GroupKey*> keys;
  for (const auto& [key, group] : groups_) keys.push_back(&key);
  return keys;
}

}  // namespace topos
