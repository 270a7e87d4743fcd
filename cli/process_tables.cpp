// SPDX-License-Identifier: Apache-2.0
#include "process_tables.hpp"

#include "cells.hpp"

namespace topos::cli {
namespace {

template <class Items, class Text>
std::string joined(const Items& items, const char* between, const Text& text) {
  std::string out;
  for (const auto& one : items) {
    if (!out.empty()) out += between;
    out += text(one);
  }
  return out;
}

std::string joined(const std::vector<std::string>& items, const char* between) {
  return joined(items, between, [](const std::string& one) -> const std::string& { return one; });
}

Cell day_or_nothing(const std::optional<Date>& date) { return date ? Cell(date_text(*date)) : Cell(); }

std::string place_of(const EventMention& mention) { return mention.document + ':' + std::to_string(mention.sentence); }

/// The days that are open at the end at which all mentions leave them open.
std::pair<Cell, Cell> days_of(const EventMap& map, const EventNode& node) {
  const EventTime& shown = map.mentions()[node.when].time;
  if (shown.delimits()) return {day_or_nothing(shown.first), day_or_nothing(shown.last)};
  return {date_text(node.first), date_text(node.last)};
}

}  // namespace

std::string_view to_string(EventNode::Kind kind) noexcept { return kind == EventNode::Kind::dated ? "dated" : kind == EventNode::Kind::relative ? "relative" : "undated"; }

const std::string& when_of(const EventMap& map, const EventNode& node) { return map.mentions()[node.when].words; }
const std::string& words_of(const EventMap& map, const EventNode& node) { return node.name.empty() ? map.mentions()[node.shown].clause : node.name; }

Table event_nodes(const EventMap& map) {
  Table table;
  table.columns = {{"when"}, {"earliest"}, {"latest"}, {"precision"}, {"relation"}, {"anchor"}, {"kind"}, {"lane"}, {"actors"}, {"action"}, {"projected", true}, {"mentions", true}, {"documents", true}, {"sources", true}, {"event"}, {"sentences"}, {"id"}};
  for (const EventNode& node : map.nodes()) {
    const EventMention& shown = map.mentions()[node.when];
    std::vector<Cell> cells{text_or_nothing(when_of(map, node))};
    auto [first, last] = node.kind == EventNode::Kind::dated ? days_of(map, node) : std::pair<Cell, Cell>();
    cells.insert(cells.end(), {first, last});
    for (const std::string& one : {shown.time.precision, shown.time.relation, shown.time.anchor, std::string(to_string(node.kind)), node.lane, joined(node.actors, " "), node.action}) cells.push_back(text_or_nothing(one));
    add_counts(cells, {node.projected ? 1U : 0U, node.mentions.size(), node.documents, node.sources});
    cells.push_back(text_or_nothing(words_of(map, node)));
    cells.emplace_back(joined(node.mentions, " ", [&](std::uint32_t one) { return place_of(map.mentions()[one]); }));
    cells.emplace_back(joined(node.mentions, " ", [&](std::uint32_t one) { return map.mentions()[one].id; }));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table event_edges(const EventMap& map) {
  Table table;
  table.columns = {{"from"}, {"to"}, {"edge"}, {"label"}, {"affirmed", true}, {"negated", true}, {"lane"}, {"from_when"}, {"from_event"}, {"to_when"}, {"to_event"}, {"sentences"}};
  for (const EventEdge& edge : map.edges()) {
    const EventNode& from = map.nodes()[edge.from];
    const EventNode& to = map.nodes()[edge.to];
    const bool before = edge.kind == EventEdge::Kind::before;
    std::vector<Cell> cells{from.id, to.id, std::string(before ? "before" : "because"), text_or_nothing(edge.label)};
    if (before) cells.insert(cells.end(), {Cell(), Cell()});
    else add_counts(cells, {edge.affirmed, edge.negated});
    for (const std::string& one : {before ? from.lane : std::string(), when_of(map, from), words_of(map, from), when_of(map, to), words_of(map, to)}) cells.push_back(text_or_nothing(one));
    cells.push_back(text_or_nothing(joined(edge.links, " ", [&](std::uint32_t one) { return place_of(map.mentions()[map.links()[one].cause]); })));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table event_node_evidence(const EventMap& map) {
  Table table;
  table.columns = {{"event"}, {"when"}, {"id"}, {"document"}, {"sentence", true}, {"line", true}, {"begin", true}, {"end", true}, {"words"}, {"actors"}, {"action"}, {"projected", true}, {"clause"}, {"text"}};
  for (const EventNode& node : map.nodes())
    for (const std::uint32_t number : node.mentions) {
      const EventMention& one = map.mentions()[number];
      std::vector<Cell> cells{node.id, text_or_nothing(when_of(map, node)), one.id, one.document};
      add_counts(cells, {one.sentence, one.line, one.begin, one.end});
      for (const std::string& text : {one.words, joined(one.actors, " "), one.action}) cells.push_back(text_or_nothing(text));
      add_counts(cells, {one.projected ? 1U : 0U});
      cells.insert(cells.end(), {text_or_nothing(one.clause), *one.text});
      table.rows.push_back(std::move(cells));
    }
  return table;
}

Table event_edge_evidence(const EventMap& map) {
  Table table;
  table.columns = {{"from"}, {"to"}, {"cause"}, {"marker"}, {"effect"}, {"negated", true}, {"document"}, {"sentence", true}, {"line", true}, {"text"}};
  for (const EventEdge& edge : map.edges())
    for (const std::uint32_t number : edge.links) {
      const EventLink& link = map.links()[number];
      const EventMention& cause = map.mentions()[link.cause];
      std::vector<Cell> cells{map.nodes()[edge.from].id, map.nodes()[edge.to].id, cause.clause, link.marker, map.mentions()[link.effect].clause};
      add_counts(cells, {link.negated ? 1U : 0U});
      cells.emplace_back(cause.document);
      add_counts(cells, {cause.sentence, cause.line});
      cells.emplace_back(*cause.text);
      table.rows.push_back(std::move(cells));
    }
  return table;
}

Table mechanism_nodes(const Mechanism& mechanism) {
  Table table;
  table.columns = {{"code"}, {"acts", true}, {"acted_on", true}, {"sources", true}};
  for (const MechanismNode& node : mechanism.nodes()) {
    std::vector<Cell> cells{node.code};
    add_counts(cells, {node.acts, node.acted_on, node.sources});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table mechanism_edges(const Mechanism& mechanism) {
  Table table;
  table.columns = {{"source"}, {"relation"}, {"target"}, {"weight", true}, {"sentences", true}, {"sources", true}, {"documents", true}, {"affirmed", true}, {"negated", true}, {"contested", true}, {"affirmed_by"}, {"negated_by"}, {"id"}};
  for (const MechanismEdge& edge : mechanism.edges()) {
    std::vector<Cell> cells{mechanism.nodes()[edge.from].code, std::string(to_string(edge.kind)), mechanism.nodes()[edge.to].code};
    add_counts(cells, {edge.weight(), edge.sentences, edge.sources(), edge.documents, edge.affirmed, edge.negated, edge.contested() ? 1U : 0U});
    for (const std::string& one : {joined(edge.affirmed_by, "; "), joined(edge.negated_by, "; ")}) cells.push_back(text_or_nothing(one));
    cells.emplace_back(joined(edge.relations, " ", [&](std::uint32_t one) { return mechanism.relations()[one].id; }));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table mechanism_evidence(const Mechanism& mechanism) {
  Table table;
  table.columns = {{"source"}, {"relation"}, {"target"}, {"negated", true}, {"rule"}, {"words"}, {"id"}, {"document"}, {"sentence", true}, {"line", true}, {"begin", true}, {"end", true}, {"text"}};
  for (const MechanismEdge& edge : mechanism.edges())
    for (const std::uint32_t number : edge.relations) {
      const Relation& one = mechanism.relations()[number];
      std::vector<Cell> cells{one.source, std::string(to_string(one.kind)), one.target};
      add_counts(cells, {one.negated ? 1U : 0U});
      for (const std::string& text : {std::string(to_string(one.rule)), one.words, one.id, one.document}) cells.emplace_back(text);
      add_counts(cells, {one.sentence, one.line, one.begin, one.end});
      cells.emplace_back(*one.text);
      table.rows.push_back(std::move(cells));
    }
  return table;
}

}  // namespace topos::cli
