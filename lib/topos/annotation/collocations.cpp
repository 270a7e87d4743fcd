// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/collocations.hpp"

#include "topos/annotation/fields.hpp"

namespace topos {

void Collocations::Postings::add(const std::vector<FeatureCount>& counts, std::uint32_t document, bool keep) {
  for (const FeatureCount& count : counts) {
    Frequency& total = totals[count.feature];
    total.n += count.n;
    ++total.documents;
    if (keep) documents[count.feature].push_back({document, count.n});
  }
}

std::uint64_t Collocations::Postings::n(FeatureId feature) const {
  const auto found = totals.find(feature);
  return found == totals.end() ? 0 : found->second.n;
}

void Collocations::add(const DocumentCollocates& document, bool duplicate) {
  for (const DocumentCollocates::Group& one : document.groups) {
    Group& group = groups_[one.values];
    ++group.facts.documents;
    group.facts.duplicates += duplicate ? 1 : 0;
    group.facts.words += one.words;
    group.features.add(one.counts, documents_, keep_documents_);
  }
  for (const DocumentCollocates::Node& one : document.nodes) {
    Node& node = nodes_[one.key];
    node.hits += one.hits;
    node.own_words += one.own_words;
    node.span_words += one.span_words;
    node.draft = node.draft || document.draft;
    node.own.add(one.own, documents_, keep_documents_);
    node.spans.add(one.spans, documents_, false);
    if (keep_documents_) node.occasions.push_back({documents_, document.groups[one.group].words - one.own_words, one.span_words});
  }
  ++documents_;
}

const Collocations::Group& Collocations::group_of(const RowKey& node, const std::vector<std::string>& by) const {
  GroupKey key = node.group;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (field_kind(by[i]) == FieldKind::hit) key[i].clear();
  return groups_.at(key);
}

const Collocations::GroupFacts& Collocations::facts(const RowKey& node, const std::vector<std::string>& by) const { return group_of(node, by).facts; }

std::vector<CollocateRow> Collocations::rows(const FeatureTable& table, const std::vector<std::string>& by, std::uint64_t least) const {
  std::vector<CollocateRow> rows;
  for (const auto& [key, node] : nodes_) {
    const Group& group = group_of(key, by);
    for (const auto& [feature, frequency] : node.spans.totals) {
      if (frequency.n < least) continue;
      const std::uint64_t n_collocate = group.features.n(feature) - node.own.n(feature);
      rows.push_back({&key, feature, table.text(feature), frequency.n, node.hits, n_collocate, node.span_words, group.facts.words - node.own_words, frequency.documents});
    }
  }
  return rows;
}

std::vector<CollocateStratum> Collocations::strata(const CollocateRow& row, const std::vector<std::string>& by) const {
  static const std::vector<Posting> nowhere;
  const auto postings = [&](const Postings& of) -> const std::vector<Posting>& {
    const auto found = of.documents.find(row.feature);
    return found == of.documents.end() ? nowhere : found->second;
  };
  // All three lists are in input order, so one walk joins them.
  const std::vector<Posting>& all = postings(group_of(*row.node, by).features);
  const Node& node = nodes_.at(*row.node);
  const std::vector<Posting>& own = postings(node.own);
  std::vector<CollocateStratum> strata;
  auto at = all.begin();
  auto own_at = own.begin();
  for (const Occasion& one : node.occasions) {
    while (at != all.end() && at->document < one.document) ++at;
    if (at == all.end()) break;
    if (at->document != one.document) continue;
    while (own_at != own.end() && own_at->document < at->document) ++own_at;
    const std::uint32_t inside = own_at != own.end() && own_at->document == at->document ? own_at->n : 0;
    if (one.span_words > 0 && at->n > inside) strata.push_back({one.words, one.span_words, std::uint64_t{at->n} - inside});
  }
  return strata;
}

}  // namespace topos
