// SPDX-License-Identifier: Apache-2.0
#include "discourse/process_tables.hpp"

#include <algorithm>
#include <unordered_map>

#include "discourse/evidence_cells.hpp"
#include "topos/text/shown_text.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_wordings = 10;
constexpr std::size_t most_named = 3;  ///< actors in the name of a node

std::string spaced(const std::vector<std::string>& items) {
  return joined(items, " ", [](const std::string& one) -> const std::string& { return one; });
}

Cell day_or_nothing(const std::optional<Date>& date) { return date ? Cell(date_text(*date)) : Cell(); }
std::string place_of(const EventMention& mention) { return mention.document + ':' + std::to_string(mention.sentence); }
std::string same(const std::string& code) { return code; }

/// The days that are open at the end at which all mentions leave them open.
std::pair<Cell, Cell> days_of(const EventMap& map, const EventNode& node) {
  const EventTime& shown = map.mentions()[node.when].time;
  if (shown.delimits()) return {day_or_nothing(shown.first), day_or_nothing(shown.last)};
  return {date_text(node.first), date_text(node.last)};
}

/// The wordings of a node that is told in several, each with its place.
std::string wordings_of(const EventMap& map, const EventNode& node) {
  if (node.wordings.size() < 2) return {};
  std::string text;
  for (std::size_t i = 0; i < node.wordings.size() && i < most_wordings; ++i) {
    const EventMention& one = map.mentions()[node.wordings[i]];
    text += (i == 0 ? "" : "; ") + place_of(one) + " \"" + one.clause + '"';
  }
  return node.wordings.size() > most_wordings ? text + "; …" : text;
}

std::vector<std::string> ids_of(const EventMap& map, const EventNode& node) {
  std::vector<std::string> ids;
  for (const std::uint32_t one : node.mentions) ids.push_back(map.mentions()[one].id);
  return ids;
}

/// The nodes of a machine's map by the ids of their mentions.
std::unordered_map<std::string, const EventNode*> nodes_by_id(const EventMap& map) {
  std::unordered_map<std::string, const EventNode*> nodes;
  for (const EventNode& node : map.nodes())
    for (const std::uint32_t one : node.mentions) nodes.emplace(map.mentions()[one].id, &node);
  return nodes;
}

/// A row of nodes up to its flags. `dropped`: people left nothing of it.
std::vector<Cell> node_cells(const EventMap& map, const EventNode& node, const std::vector<std::string>& group,
                             bool dropped) {
  const EventMention& shown = map.mentions()[node.when];
  std::vector<Cell> cells{text_or_nothing(when_of(map, node))};
  add_group(cells, group);
  auto [first, last] = node.kind == EventNode::Kind::dated ? days_of(map, node) : std::pair<Cell, Cell>();
  cells.insert(cells.end(), {first, last});
  for (const std::string& one : {shown.time.precision, shown.time.relation, shown.time.anchor,
                                 std::string(to_string(node.kind)), node.lane, spaced(node.actors), node.action})
    cells.push_back(text_or_nothing(one));
  add_counts(cells, {node.projected ? 1U : 0U, dropped ? 0 : node.mentions.size(), dropped ? 0 : node.documents,
                     dropped ? 0 : node.sources});
  cells.push_back(text_or_nothing(words_of(map, node, same)));
  cells.push_back(text_or_nothing(wordings_of(map, node)));
  cells.emplace_back(joined(node.mentions, " ", [&](std::uint32_t one) { return place_of(map.mentions()[one]); }));
  cells.emplace_back(spaced(ids_of(map, node)));
  return cells;
}

}  // namespace

std::string_view to_string(EventNode::Kind kind) noexcept {
  return kind == EventNode::Kind::dated ? "dated" : kind == EventNode::Kind::relative ? "relative" : "undated";
}

const std::string& when_of(const EventMap& map, const EventNode& node) { return map.mentions()[node.when].words; }

std::string words_of(const EventMap& map, const EventNode& node,
                     const std::function<std::string(const std::string&)>& name_of) {
  if (!node.name.empty()) return node.name;
  if (!node.neutral) return map.mentions()[node.shown].clause;
  std::string words;
  for (std::size_t i = 0; i < node.actors.size() && i < most_named; ++i)
    words += (i == 0 ? "" : ", ") + name_of(node.actors[i]);
  if (node.actors.size() > most_named) words += " …";
  return node.action.empty() ? words : words + ": " + name_of(node.action);
}

std::string coders_of(const ProcessDecisions& decisions, const std::vector<std::string>& ids) {
  std::set<std::string> coders;
  for (const std::string& id : ids)
    if (std::string coder = decisions.coder_of(id); !coder.empty()) coders.insert(std::move(coder));
  return joined(coders, " ", same);
}

void tell(std::set<std::string> raised, const ProcessDecisions& decisions) {
  if (decisions.any_unmet()) raised.insert("W23");
  WarningFlags::print(raised);
}

Table event_nodes(const EventMaps& maps, const std::vector<std::string>& by) {
  std::vector<Column> rest{{"earliest"},
                           {"latest"},
                           {"precision"},
                           {"relation"},
                           {"anchor"},
                           {"kind"},
                           {"lane"},
                           {"actors"},
                           {"action"},
                           {"projected", true},
                           {"mentions", true},
                           {"documents", true},
                           {"sources", true},
                           {"event"},
                           {"wordings"},
                           {"sentences"},
                           {"id"}};
  if (maps.decisions().any()) rest.insert(rest.end(), {{"mentions_machine", true}, {"coder"}});
  rest.push_back({"flags"});
  Table table{columns_by({{"when"}}, by, rest), {}};
  std::set<std::string> raised;
  for (const auto& entry : maps.groups()) {
    const std::vector<std::string>& values = entry.first;
    const MapOfGroup<EventMap>& group = entry.second;
    const auto before =
        group.machine ? nodes_by_id(*group.machine) : std::unordered_map<std::string, const EventNode*>();
    std::set<const EventNode*> left;
    const auto finish = [&](std::vector<Cell> cells, const std::vector<std::string>& ids, const EventNode* was) {
      if (group.machine)
        cells.insert(cells.end(), {was == nullptr ? Cell() : whole(was->mentions.size()),
                                   text_or_nothing(coders_of(maps.decisions(), ids))});
      cells.push_back(flags_cell(flags_of_group(group), raised));
      table.rows.push_back(std::move(cells));
    };
    for (const EventNode& node : group.map.nodes()) {
      const std::vector<std::string> ids = ids_of(group.map, node);
      for (const std::string& id : ids)
        if (const auto found = before.find(id); found != before.end()) left.insert(found->second);
      const auto was = before.find(ids.front());
      finish(node_cells(group.map, node, values, false), ids, was == before.end() ? nullptr : was->second);
    }
    if (!group.machine) continue;
    for (const EventNode& node : group.machine->nodes())
      if (!left.contains(&node))
        finish(node_cells(*group.machine, node, values, true), ids_of(*group.machine, node), &node);
  }
  tell(std::move(raised), maps.decisions());
  return table;
}

Table event_edges(const EventMaps& maps, const std::vector<std::string>& by) {
  Table table{columns_by({{"from"}, {"to"}}, by,
                         {{"edge"},
                          {"label"},
                          {"label_before"},
                          {"affirmed", true},
                          {"negated", true},
                          {"supposed", true},
                          {"lane"},
                          {"from_when"},
                          {"from_event"},
                          {"to_when"},
                          {"to_event"},
                          {"sentences"},
                          {"flags"}}),
              {}};
  std::set<std::string> raised;
  for (const auto& [values, group] : maps.groups()) {
    const EventMap& map = group.map;
    for (const EventEdge& edge : map.edges()) {
      const EventNode& from = map.nodes()[edge.from];
      const EventNode& to = map.nodes()[edge.to];
      const bool before = edge.kind == EventEdge::Kind::before;
      std::vector<Cell> cells{from.id, to.id};
      add_group(cells, values);
      cells.insert(cells.end(), {std::string(before ? "before" : "because"), text_or_nothing(edge.label)});
      if (before)
        cells.insert(cells.end(), {Cell(), Cell(), Cell(), Cell()});
      else {
        cells.emplace_back(edge.before_cause ? "cause" : "effect");
        add_counts(cells, {edge.affirmed, edge.negated, edge.supposed});
      }
      for (const std::string& one : {before ? from.lane : std::string(), when_of(map, from), words_of(map, from, same),
                                     when_of(map, to), words_of(map, to, same)})
        cells.push_back(text_or_nothing(one));
      cells.push_back(text_or_nothing(joined(
          edge.links, " ", [&](std::uint32_t one) { return place_of(map.mentions()[map.links()[one].cause]); })));
      cells.push_back(flags_cell(flags_of_group(group), raised));
      table.rows.push_back(std::move(cells));
    }
  }
  tell(std::move(raised), maps.decisions());
  return table;
}

Table event_evidence(const EventMaps& maps, const std::vector<std::string>& by) {
  std::vector<Column> rest{{"event"},           {"when"},   {"actors"}, {"action"},
                           {"projected", true}, {"clause"}, {"text"},   {"sentence_text"}};
  if (maps.decisions().any()) rest.push_back({"coder"});
  rest.push_back({"flags"});
  Table table{columns_by(place_columns(), by, rest), {}};
  std::set<std::string> raised;
  for (const auto& [values, group] : maps.groups())
    for (const EventNode& node : group.map.nodes())
      for (const std::uint32_t number : node.mentions) {
        const EventMention& one = group.map.mentions()[number];
        std::vector<Cell> cells =
            place_cells(one.document, one.id, one.sentence, one.analysis_sentence, one.line, one.begin, one.end);
        add_group(cells, values);
        cells.emplace_back(node.id);
        for (const std::string& text : {when_of(group.map, node), spaced(one.actors), one.action})
          cells.push_back(text_or_nothing(text));
        add_counts(cells, {one.projected ? 1U : 0U});
        cells.insert(cells.end(), {text_or_nothing(one.clause),
                                   text_or_nothing(one.words.empty() ? one.clause : one.words), *one.text});
        if (maps.decisions().any()) cells.push_back(text_or_nothing(maps.decisions().coder_of(one.id)));
        cells.push_back(flags_cell(flags_of_group(group), raised));
        table.rows.push_back(std::move(cells));
      }
  tell(std::move(raised), maps.decisions());
  return table;
}

Table event_causes(const EventMaps& maps, const std::vector<std::string>& by) {
  Table table{columns_by(place_columns(), by,
                         {{"from"},
                          {"to"},
                          {"cause"},
                          {"effect"},
                          {"negated", true},
                          {"supposed", true},
                          {"text"},
                          {"sentence_text"},
                          {"flags"}}),
              {}};
  std::set<std::string> raised;
  for (const auto& [values, group] : maps.groups()) {
    const EventMap& map = group.map;
    for (const EventEdge& edge : map.edges())
      for (const std::uint32_t number : edge.links) {
        const EventLink& link = map.links()[number];
        const EventMention& cause = map.mentions()[link.cause];
        const EventMention& effect = map.mentions()[link.effect];
        std::vector<Cell> cells =
            place_cells(cause.document, cause.id, cause.sentence, cause.analysis_sentence, cause.line,
                        std::min(cause.begin, effect.begin), std::max(cause.end, effect.end));
        add_group(cells, values);
        cells.insert(cells.end(), {map.nodes()[edge.from].id, map.nodes()[edge.to].id, cause.clause, effect.clause});
        add_counts(cells, {link.negated ? 1U : 0U, link.supposed ? 1U : 0U});
        cells.insert(cells.end(), {link.marker, *cause.text});
        cells.push_back(flags_cell(flags_of_group(group), raised));
        table.rows.push_back(std::move(cells));
      }
  }
  tell(std::move(raised), maps.decisions());
  return table;
}

}  // namespace topos::cli
