// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/collocations.hpp"

#include <algorithm>
#include <utility>

#include "topos/annotation/fields.hpp"

namespace topos {
namespace {

template <class Counts>
Frequency sum_of(const Counts& counts) {
  Frequency sum;
  for (const auto& one : counts) {
    sum.n += one.frequency.n;
    sum.documents += one.frequency.documents;
  }
  return sum;
}

}  // namespace

void Collocations::count(List& list, const std::vector<FeatureCount>& counts, bool keep) {
  const std::size_t before = list.sums.bytes();
  for (const FeatureCount& count : counts) {
    if (keep) {
      records_.add(count.feature, {{count.n, 1}, list.number, documents_});
      continue;
    }
    Frequency& sum = list.sums[count.feature];
    sum.n += count.n;
    ++sum.documents;
  }
  held_ += list.sums.bytes() - before;
}

/// What the list has in memory becomes records.
void Collocations::hand_over(List& list) {
  list.sums.each([&](FeatureId feature, const Frequency& sum) { records_.add(feature, {sum, list.number, 0}); });
  list.sums = {};
}

void Collocations::hand_over() {
  for (auto& [values, group] : groups_) hand_over(group.features);
  for (auto& [key, node] : nodes_) {
    hand_over(node.own);
    hand_over(node.spans);
  }
  held_ = 0;
}

void Collocations::add(const DocumentCollocates& document, bool duplicate, const Table& table) {
  if (table_ != table) {
    hand_over();
    table_ = table;
    records_.number_by(table);
  }
  for (const DocumentCollocates::Group& one : document.groups) {
    const auto [at, added] = groups_.try_emplace(one.values);
    Group& group = at->second;
    if (added) group.features.number = lists_++;
    ++group.facts.documents;
    group.facts.duplicates += duplicate ? 1 : 0;
    group.facts.words += one.words;
    count(group.features, one.counts, keep_documents_);
  }
  for (const DocumentCollocates::Node& one : document.nodes) {
    const auto [at, added] = nodes_.try_emplace(one.key);
    Node& node = at->second;
    if (added) {
      node.own.number = lists_++;
      node.spans.number = lists_++;
    }
    node.hits += one.hits;
    node.own_words += one.own_words;
    node.span_words += one.span_words;
    node.draft = node.draft || document.draft;
    count(node.own, one.own, keep_documents_);
    count(node.spans, one.spans, false);
    if (keep_documents_)
      node.occasions.push_back({documents_, document.groups[one.group].words - one.own_words, one.span_words});
  }
  ++documents_;
  if (held_ > budget_ / 4) hand_over();
}

const Collocations::Group& Collocations::group_of(const RowKey& node, const std::vector<std::string>& by) const {
  GroupKey key = node.group;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (field_kind(by[i]) == FieldKind::hit) key[i].clear();
  return groups_.at(key);
}

const Collocations::GroupFacts& Collocations::facts(const RowKey& node, const std::vector<std::string>& by) const {
  return group_of(node, by).facts;
}

/// Of one word, what the list says.
Collocations::Counts Collocations::part_of(Counts counts, const List& list) {
  const auto begin =
      std::partition_point(counts.begin(), counts.end(), [&](const Count& one) { return one.list < list.number; });
  const auto end = std::partition_point(begin, counts.end(), [&](const Count& one) { return one.list == list.number; });
  return {begin, end};
}

Collocations::Strata Collocations::strata(const Node& node, Counts all, Counts own) {
  // All three lists are in input order, so one walk joins them.
  Strata strata;
  auto at = all.begin();
  auto own_at = own.begin();
  for (const Occasion& one : node.occasions) {
    while (at != all.end() && at->document < one.document) ++at;
    if (at == all.end()) break;
    if (at->document != one.document) continue;
    while (own_at != own.end() && own_at->document < at->document) ++own_at;
    const std::uint64_t inside = own_at != own.end() && own_at->document == at->document ? own_at->frequency.n : 0;
    if (one.span_words > 0 && at->frequency.n > inside)
      strata.push_back({one.words, one.span_words, at->frequency.n - inside});
  }
  return strata;
}

void Collocations::rows(const std::vector<std::string>& by, std::uint64_t least,
                        const std::function<void(CollocateRow, const std::function<Strata()>&)>& take) {
  hand_over();
  std::vector<const std::pair<const RowKey, Node>*> node_of(lists_);  // by the list of the words near it
  for (const auto& one : nodes_) node_of[one.second.spans.number] = &one;
  records_.each([&](std::string_view feature, Counts counts) {
    for (auto at = counts.begin(); at != counts.end();) {
      const auto begin = at;
      while (at != counts.end() && at->list == begin->list) ++at;
      if (node_of[begin->list] == nullptr) continue;
      const Frequency near = sum_of(Counts(begin, at));
      if (near.n < least) continue;
      const auto& [key, node] = *node_of[begin->list];
      const Group& group = group_of(key, by);
      const Counts all = part_of(counts, group.features);
      const Counts own = part_of(counts, node.own);
      const std::uint64_t n_collocate = sum_of(all).n - sum_of(own).n;
      const Node& of = node;
      take({&key, std::string(feature), near.n, node.hits, n_collocate, node.span_words,
            group.facts.words - node.own_words, near.documents},
           [&] { return strata(of, all, own); });
    }
  });
}

}  // namespace topos
