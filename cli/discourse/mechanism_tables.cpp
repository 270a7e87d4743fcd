// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <tuple>

#include "discourse/evidence_cells.hpp"
#include "discourse/process_tables.hpp"

namespace topos::cli {
namespace {

using EdgeKey = std::tuple<std::string, RelationClass, std::string>;

EdgeKey key_of(const Mechanism& mechanism, const MechanismEdge& edge) {
  return {mechanism.nodes()[edge.from].code, edge.kind, mechanism.nodes()[edge.to].code};
}

std::string listed(const std::vector<std::string>& names) {
  return joined(names, "; ", [](const std::string& one) { return one; });
}

std::vector<std::string> ids_of(const Mechanism& mechanism, const MechanismEdge& edge) {
  std::vector<std::string> ids;
  for (const std::uint32_t one : edge.relations) ids.push_back(mechanism.relations()[one].id);
  return ids;
}

/// A row of edges up to what people decided. `dropped`: they left nothing of it.
std::vector<Cell> edge_cells(const Mechanism& mechanism, const MechanismEdge& edge,
                             const std::vector<std::string>& group, bool dropped) {
  std::vector<Cell> cells{mechanism.nodes()[edge.from].code, std::string(to_string(edge.kind)),
                          mechanism.nodes()[edge.to].code};
  add_group(cells, group);
  if (dropped)
    add_counts(cells, {0, 0, 0, 0, 0, 0, 0, 0});
  else
    add_counts(cells, {edge.weight(), edge.sentences, edge.sources(), edge.documents, edge.affirmed, edge.negated,
                       edge.supposed, edge.contested() ? 1U : 0U});
  for (const std::string& one :
       {dropped ? std::string() : listed(edge.affirmed_by), dropped ? std::string() : listed(edge.negated_by)})
    cells.push_back(text_or_nothing(one));
  cells.emplace_back(joined(ids_of(mechanism, edge), " ", [](const std::string& one) { return one; }));
  add_counts(cells, {dropped ? 0 : edge.hedged, dropped ? 0 : edge.future, dropped ? 0 : edge.deontic});
  return cells;
}

}  // namespace

Table mechanism_nodes(const MechanismMaps& maps, const std::vector<std::string>& by) {
  Table table{columns_by({{"code"}}, by, {{"acts", true}, {"acted_on", true}, {"sources", true}, {"flags"}}), {}};
  std::set<std::string> raised;
  for (const auto& [values, group] : maps.groups())
    for (const MechanismNode& node : group.map.nodes()) {
      std::vector<Cell> cells{node.code};
      add_group(cells, values);
      add_counts(cells, {node.acts, node.acted_on, node.sources});
      WarningFlags flags = flags_of_group(group);
      flags.raise(node.acts + node.acted_on < rare, "W04");
      cells.push_back(flags_cell(flags, raised));
      table.rows.push_back(std::move(cells));
    }
  tell(std::move(raised), maps.decisions());
  return table;
}

Table mechanism_edges(const MechanismMaps& maps, const std::vector<std::string>& by) {
  std::vector<Column> rest{{"weight", true},
                           {"sentences", true},
                           {"sources", true},
                           {"documents", true},
                           {"affirmed", true},
                           {"negated", true},
                           {"supposed", true},
                           {"contested", true},
                           {"affirmed_by"},
                           {"negated_by"},
                           {"id"},
                           {"hedged", true},
                           {"future", true},
                           {"deontic", true}};
  if (maps.decisions().any()) rest.insert(rest.end(), {{"sentences_machine", true}, {"coder"}});
  rest.push_back({"flags"});
  Table table{columns_by({{"source"}, {"relation"}, {"target"}}, by, rest), {}};
  std::set<std::string> raised;
  for (const auto& entry : maps.groups()) {
    const std::vector<std::string>& values = entry.first;
    const MapOfGroup<Mechanism>& group = entry.second;
    std::map<EdgeKey, const MechanismEdge*> before;
    if (group.machine)
      for (const MechanismEdge& edge : group.machine->edges()) before.emplace(key_of(*group.machine, edge), &edge);
    const auto finish = [&](const Mechanism& mechanism, const MechanismEdge& edge, const MechanismEdge* was,
                            bool dropped) {
      std::vector<Cell> cells = edge_cells(mechanism, edge, values, dropped);
      if (group.machine)
        cells.insert(cells.end(), {whole(was == nullptr ? 0 : was->sentences),
                                   text_or_nothing(coders_of(maps.decisions(), ids_of(mechanism, edge)))});
      WarningFlags flags = flags_of_group(group);
      flags.raise(dropped || edge.sentences < rare, "W04");
      cells.push_back(flags_cell(flags, raised));
      table.rows.push_back(std::move(cells));
    };
    for (const MechanismEdge& edge : group.map.edges()) {
      const auto was = before.find(key_of(group.map, edge));
      finish(group.map, edge, was == before.end() ? nullptr : was->second, false);
      if (was != before.end()) before.erase(was);
    }
    if (!group.machine) continue;
    for (const MechanismEdge& edge : group.machine->edges())
      if (before.contains(key_of(*group.machine, edge))) finish(*group.machine, edge, &edge, true);
  }
  tell(std::move(raised), maps.decisions());
  return table;
}

Table mechanism_evidence(const MechanismMaps& maps, const std::vector<std::string>& by) {
  std::vector<Column> rest{{"source"},   {"relation"}, {"target"},  {"negated", true}, {"supposed", true},
                           {"modality"}, {"rule"},     {"told_by"}, {"text"},          {"sentence_text"}};
  if (maps.decisions().any()) rest.push_back({"coder"});
  rest.push_back({"flags"});
  Table table{columns_by(place_columns(), by, rest), {}};
  std::set<std::string> raised;
  for (const auto& [values, group] : maps.groups())
    for (const MechanismEdge& edge : group.map.edges())
      for (const std::uint32_t number : edge.relations) {
        const Relation& one = group.map.relations()[number];
        std::vector<Cell> cells =
            place_cells(one.document, one.id, one.sentence, one.analysis_sentence, one.line, one.begin, one.end);
        add_group(cells, values);
        cells.insert(cells.end(), {one.source, std::string(to_string(one.kind)), one.target});
        add_counts(cells, {one.negated ? 1U : 0U, one.supposed ? 1U : 0U});
        for (const std::string& text :
             {std::string(one.modality), std::string(to_string(one.rule)), one.teller, one.words, *one.text})
          cells.emplace_back(text);
        if (maps.decisions().any()) cells.push_back(text_or_nothing(maps.decisions().coder_of(one.id)));
        cells.push_back(flags_cell(flags_of_group(group), raised));
        table.rows.push_back(std::move(cells));
      }
  tell(std::move(raised), maps.decisions());
  return table;
}

}  // namespace topos::cli
