// SPDX-License-Identifier: Apache-2.0
#include "discourse/network_counts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace topos::cli {
namespace {

void append(std::vector<DocumentUnits>& into, const std::vector<DocumentUnits>& more) {
  into.insert(into.end(), more.begin(), more.end());
}

/// Puts units in the order of documents, those of one document together.
void settle(std::vector<DocumentUnits>& units) {
  std::stable_sort(units.begin(), units.end(),
                   [](const DocumentUnits& a, const DocumentUnits& b) { return a.document < b.document; });
  std::vector<DocumentUnits> settled;
  for (const DocumentUnits& one : units)
    if (!settled.empty() && settled.back().document == one.document)
      settled.back().units += one.units;
    else
      settled.push_back(one);
  units = std::move(settled);
}

}  // namespace

void archive_fields(FieldArchive& archive, NetworkDocument& document) {
  document.pairs.split = true;
  archive_fields(archive, document.pairs);
  archive.text("date", document.date);
}

std::size_t NetworkCounts::rows() const {
  return static_cast<std::size_t>(
      std::count_if(nodes.begin(), nodes.end(), [](const NetworkNode& one) { return one.row; }));
}

std::size_t NetworkCounts::columns() const {
  return static_cast<std::size_t>(
      std::count_if(nodes.begin(), nodes.end(), [](const NetworkNode& one) { return one.column; }));
}

std::pair<std::size_t, std::size_t> NetworkCounts::cells_of(const NetworkEdge& edge) const {
  const auto ends = [](const auto& one) { return std::pair(one.source, one.target); };
  const auto before = [&](const NetworkPlan::Cell& cell, const NetworkEdge& other) { return ends(cell) < ends(other); };
  const auto first = std::lower_bound(plan.cells.begin(), plan.cells.end(), edge, before);
  const auto last =
      std::find_if(first, plan.cells.end(), [&](const NetworkPlan::Cell& cell) { return ends(cell) != ends(edge); });
  return {static_cast<std::size_t>(first - plan.cells.begin()), static_cast<std::size_t>(last - plan.cells.begin())};
}

std::vector<DocumentUnits> NetworkCounts::documents_of(const NetworkEdge& edge, bool projected) const {
  std::vector<DocumentUnits> counted;
  if (!projected) {
    const auto [begin, end] = cells_of(edge);
    for (std::size_t i = begin; i < end; ++i) append(counted, cells[i]);
  } else {
    const auto columns_of = [&](std::uint32_t row) {
      const auto before = [](const NetworkPlan::Cell& cell, std::uint32_t node) { return cell.source < node; };
      const auto first = std::lower_bound(plan.cells.begin(), plan.cells.end(), row, before);
      std::map<std::uint32_t, std::vector<std::size_t>> columns;
      for (auto cell = first; cell != plan.cells.end() && cell->source == row; ++cell)
        columns[cell->target].push_back(static_cast<std::size_t>(cell - plan.cells.begin()));
      return columns;
    };
    const auto of_target = columns_of(edge.target);
    for (const auto& [column, own] : columns_of(edge.source)) {
      const auto shared = of_target.find(column);
      if (shared == of_target.end()) continue;
      for (const std::size_t cell : own) append(counted, cells[cell]);
      for (const std::size_t cell : shared->second) append(counted, cells[cell]);
    }
  }
  settle(counted);
  return counted;
}

void NetworkTally::add(const NetworkDocument& document, bool twin) {
  pairs_.add(document.pairs, twin);
  dates_.push_back(parse_date(document.date));
}

GroupKey NetworkTally::network_of(const GroupKey& group) const {
  return {group.begin(), group.end() - static_cast<std::ptrdiff_t>(choices_.own_fields())};
}

std::optional<std::uint32_t> NetworkTally::stance_of(const RowKey& code) const {
  if (choices_.stance.empty()) return 0;
  const auto found = std::find(stances_.begin(), stances_.end(), code.group.back());
  if (found == stances_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - stances_.begin());
}

/// One network while it is made: nodes are found by name and numbered at the end.
class NetworkTally::Builder {
 public:
  /// Rows come first, then codes by codebook and name.
  using Key = std::tuple<bool, std::string, std::string>;

  Key node(bool row, bool column, std::string_view codebook, std::string_view name) {
    Key key{!row, std::string(codebook), std::string(name)};
    const auto [at, added] = nodes_.try_emplace(key);
    if (added) at->second = {std::string(codebook), std::string(name), row, column, false, {}};
    return key;
  }
  NetworkNode& at(const Key& key) { return nodes_.at(key); }
  void cell(const Key& source, const Key& target, std::uint32_t stance, const std::vector<DocumentUnits>& documents) {
    append(cells_[{source, target, stance}], documents);
  }
  void text(const std::vector<std::uint32_t>& documents, std::uint64_t duplicates) {
    counts_.documents.insert(counts_.documents.end(), documents.begin(), documents.end());
    counts_.duplicates += duplicates;
  }

  NetworkCounts finish(const GroupKey& group, const std::vector<std::string>& stances, bool directed) {
    counts_.group = group;
    counts_.plan.directed = directed;
    std::map<Key, std::uint32_t> numbers;
    for (auto& [key, one] : nodes_) {
      numbers.emplace(key, static_cast<std::uint32_t>(numbers.size()));
      settle(one.documents);
      counts_.nodes.push_back(std::move(one));
    }
    for (auto& [ends, documents] : cells_) {
      counts_.plan.cells.push_back({numbers.at(std::get<0>(ends)), numbers.at(std::get<1>(ends)), std::get<2>(ends)});
      settle(documents);
      counts_.cells.push_back(std::move(documents));
    }
    counts_.plan.nodes = counts_.nodes.size();
    counts_.plan.stances.assign(stances.size(), 1);
    if (stances.size() == 2) counts_.plan.stances[1] = -1;
    if (counts_.two_mode())
      for (const NetworkNode& one : counts_.nodes) counts_.plan.sets.push_back(one.row ? 0 : 1);
    std::vector<std::uint32_t>& documents = counts_.documents;
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return std::move(counts_);
  }

 private:
  std::map<Key, NetworkNode> nodes_;
  std::map<std::tuple<Key, Key, std::uint32_t>, std::vector<DocumentUnits>> cells_;
  NetworkCounts counts_;
};

std::vector<NetworkCounts> NetworkTally::networks() const {
  std::map<GroupKey, Builder> builders;
  const bool speakers = choices_.of_speakers();
  const std::size_t speaker_at = choices_.own_fields();
  const auto speaker_of = [&](const GroupKey& group) -> const std::string& { return group[group.size() - speaker_at]; };
  for (const GroupKey* group : pairs_.groups()) {
    if (speakers && speaker_of(*group).empty()) continue;
    Builder& builder = builders[network_of(*group)];
    builder.text(pairs_.documents_of(*group), pairs_.facts(*group).duplicates);
    if (speakers)
      append(builder.at(builder.node(true, false, {}, speaker_of(*group))).documents, pairs_.units_of(*group));
  }
  const auto node_of = [&](Builder& builder, const RowKey& code) {
    return builder.node(!speakers && sides_.first(code.code), sides_.second(code.code), code.codebook, code.code);
  };
  for (const RowKey* code : pairs_.codes()) {
    const bool row = !speakers && sides_.first(code->code);
    if ((!row && !sides_.second(code->code)) || (speakers && speaker_of(code->group).empty())) continue;
    Builder& builder = builders[network_of(code->group)];
    const Builder::Key key = node_of(builder, *code);
    NetworkNode& node = builder.at(key);
    const std::vector<DocumentUnits> documents = pairs_.documents_of(*code);
    // Of triads a code has all of its own under no stance, and some of them again under each.
    const bool again = choices_.of_triads() && !choices_.stance.empty() && !code->group.back().empty();
    if (!again) append(node.documents, documents);
    node.draft = node.draft || pairs_.facts(*code).draft;
    const std::optional<std::uint32_t> stance = stance_of(*code);
    if (speakers && stance)
      builder.cell(builder.node(true, false, {}, speaker_of(code->group)), key, *stance, documents);
  }
  if (!speakers)
    for (const PairRow& pair : pairs_.rows()) {
      if (are_kin(pair.a->code, pair.b->code)) continue;
      Builder& builder = builders[network_of(pair.a->group)];
      const auto tie = [&](const RowKey& row, const RowKey& column) {
        if (!sides_.first(row.code) || !sides_.second(column.code)) return false;
        if (const auto stance = stance_of(column))
          builder.cell(node_of(builder, row), node_of(builder, column), *stance, pairs_.documents_of(pair));
        return true;
      };
      // A projection looks at rows and columns apart; else a tie of two nodes that are both is one. Triads have a
      // direction of their own.
      const bool tied = tie(*pair.a, *pair.b);
      if (choices_.mode != "triad" && (!tied || choices_.projects())) (void)tie(*pair.b, *pair.a);
    }
  std::vector<NetworkCounts> networks;
  for (auto& [group, builder] : builders) networks.push_back(builder.finish(group, stances_, choices_.directed()));
  return networks;
}

}  // namespace topos::cli
