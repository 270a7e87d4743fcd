// SPDX-License-Identifier: Apache-2.0
#include "discourse/network_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "cells.hpp"
#include "discourse/network_spells.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/discourse/centrality.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t few_edges = 30;  // W30

std::uint64_t sum_of(const std::vector<DocumentUnits>& units) {
  return std::accumulate(units.begin(), units.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const DocumentUnits& one) { return sum + one.units; });
}

/// Ranks are whole: the ends of their intervals are moved outward to ranks that there are.
Cell rank_cell(double rank) { return std::isnan(rank) ? Cell() : Cell(static_cast<std::int64_t>(rank)); }

Cell value_at(const std::vector<double>& values, std::size_t at) { return values.empty() ? Cell() : Cell(values[at]); }

}  // namespace

std::string NetworkTable::name_of(const NetworkNode& node) const {
  return several_ && !node.codebook.empty() ? node.codebook + ':' + node.name : node.name;
}

const Code* NetworkTable::code_of(const NetworkNode& node) const {
  for (const Codebook* book : library_.shelf().books())
    if (const auto found = book->id == node.codebook ? book->find(node.name) : std::nullopt)
      return &book->codes[*found];
  return nullptr;
}

NetworkTable::Network NetworkTable::network(NetworkCounts counts, const CodePairs& pairs) const {
  DocumentSums sums(pairs.names(), counts.documents, choices_.counted());
  for (const auto& cell : counts.cells) sums.add(cell);
  for (const NetworkNode& node : counts.nodes) sums.add(node.documents);
  // A projection ties rows, so columns are no nodes of it any more; they keep their numbers while it is made.
  Network made{std::move(counts), sums.clusters(), {}, {}, {}, {}, {}, {}};
  NetworkCounts& own = made.counts;
  const NetworkRecipe recipe = choices_.recipe();
  made.edges = thin_edges(own.plan, recipe, make_edges(own.plan, recipe, sums.sums()));
  if (choices_.intervals)
    made.intervals = resample_network(own.plan, recipe, sums, made.edges, choices_.ranked_by(), choices_.edge_length(),
                                      choices_.resampling.settings(group_stream(own.group)), confidence);
  if (choices_.projects()) {
    const std::size_t rows = own.rows();
    own.plan.nodes = rows;
    own.plan.sets.clear();
    own.nodes.resize(rows);
  }
  const Graph graph = graph_of(own.plan, made.edges);
  const Graph positive = graph.positive();
  if (graph.directed()) made.sent = strengths(positive, EdgeEnd::source);
  if (graph.directed()) made.received = strengths(positive, EdgeEnd::target);
  made.measures = measure_all(graph, choices_.edge_length(), static_cast<std::uint64_t>(choices_.resampling.seed));
  made.ranks = ranks_in_sets(measure_nodes(graph, choices_.ranked_by(), choices_.edge_length()), own.plan.sets);
  if (!paths_are_possible(graph))
    note(
        "betweenness and closeness are left out: the network is too large for them; thin it with --min-weight or "
        "--backbone");
  return made;
}

std::vector<NetworkTable::Network> NetworkTable::networks(const NetworkTally& tally) {
  choices_.resampling.check(tally.pairs().names());
  several_ = tally.pairs().several_books();
  std::vector<Network> made;
  for (NetworkCounts& counts : tally.networks()) made.push_back(network(std::move(counts), tally.pairs()));
  return made;
}

std::vector<std::size_t> NetworkTable::shown_edges(const Network& network) const {
  std::vector<std::size_t> order(network.edges.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return network.edges[a].weight > network.edges[b].weight; });
  if (choices_.limit > 0 && order.size() > static_cast<std::size_t>(choices_.limit))
    order.resize(static_cast<std::size_t>(choices_.limit));
  return order;
}

std::vector<std::size_t> NetworkTable::shown_nodes(const Network& network) const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < network.counts.nodes.size(); ++i)
    if (!choices_.no_isolates || network.measures.degree[i] > 0) order.push_back(i);
  const auto key = [&](std::size_t node) { return std::pair(!network.counts.nodes[node].row, network.ranks[node]); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  if (choices_.limit > 0 && order.size() > static_cast<std::size_t>(choices_.limit))
    order.resize(static_cast<std::size_t>(choices_.limit));
  return order;
}

std::string NetworkTable::flags_of(const Network& network, bool is_rare, bool draft) {
  WarningFlags flags;
  flags.raise_few_documents(network.counts.documents.size());
  flags.raise(choices_.intervals && network.clusters < least_documents, "W02");
  flags.raise(is_rare, "W04");
  flags.raise(network.counts.duplicates > 0, "W12");
  flags.raise(draft, "W13");
  flags.raise(network.edges.size() < few_edges, "W30");
  WarningFlags::gather(flags.text(), raised_);
  return flags.text();
}

std::vector<Column> NetworkTable::edge_columns() const {
  std::vector<Column> rest{{"weight", true}};
  if (choices_.projects()) rest.push_back({"shared", true});
  rest.insert(rest.end(), {{"n", true}, {"n_source", true}, {"n_target", true}, {"documents", true}});
  if (choices_.projects()) {
    if (choices_.tells_conflict()) rest.insert(rest.end(), {{"congruence", true}, {"conflict", true}});
  } else if (choices_.stances().size() == 2) {
    rest.insert(rest.end(), {{"positive", true}, {"negative", true}});
  }
  rest.push_back({"disparity", true});
  if (choices_.intervals) rest.insert(rest.end(), {{"lower", true}, {"upper", true}});
  rest.push_back({"flags"});
  return columns_by({{"source"}, {"target"}}, by_, rest);
}

void NetworkTable::add_edge(Table& table, const Network& network, std::size_t at) {
  const NetworkEdge& edge = network.edges[at];
  const NetworkNode& source = network.counts.nodes[edge.source];
  const NetworkNode& target = network.counts.nodes[edge.target];
  std::vector<Cell> cells{name_of(source), name_of(target)};
  add_group(cells, network.counts.group);
  cells.emplace_back(edge.weight);
  const std::vector<DocumentUnits> documents = network.counts.documents_of(edge, choices_.projects());
  const std::uint64_t units = sum_of(documents);
  if (choices_.projects()) cells.push_back(whole(edge.shared));
  add_counts(cells, {units, sum_of(source.documents), sum_of(target.documents), documents.size()});
  const bool told = choices_.projects() ? choices_.tells_conflict() : choices_.stances().size() == 2;
  if (told) cells.insert(cells.end(), {Cell(edge.positive), Cell(edge.negative)});
  cells.emplace_back(edge.disparity);
  if (choices_.intervals)
    cells.insert(cells.end(), {Cell(network.intervals.weights[at].lower), Cell(network.intervals.weights[at].upper)});
  cells.push_back(text_or_nothing(flags_of(network, units < rare, source.draft || target.draft)));
  table.rows.push_back(std::move(cells));
}

std::vector<Column> NetworkTable::node_columns() const {
  std::vector<Column> rest{{"label"}, {"dimension"}, {"kind"}};
  for (const char* name : {"n", "documents", "degree", "strength"}) rest.push_back({name, true});
  if (choices_.directed()) rest.insert(rest.end(), {{"strength_out", true}, {"strength_in", true}});
  if (choices_.signed_weights()) rest.push_back({"negative_strength", true});
  for (const char* name : {"betweenness", "closeness", "eigenvector", "core", "component", "community", "rank"})
    rest.push_back({name, true});
  if (choices_.intervals) rest.insert(rest.end(), {{"rank_lower", true}, {"rank_upper", true}});
  rest.push_back({"flags"});
  return columns_by({{"node"}}, by_, rest);
}

void NetworkTable::add_node(Table& table, const Network& network, std::size_t at) {
  const NetworkNode& node = network.counts.nodes[at];
  const NodeMeasures& measures = network.measures;
  const Code* code = code_of(node);
  std::vector<Cell> cells{name_of(node)};
  add_group(cells, network.counts.group);
  cells.push_back(text_or_nothing(code == nullptr ? node.name : code->label));
  cells.push_back(text_or_nothing(code == nullptr ? std::string() : code->dimension));
  cells.emplace_back(std::string(node.row && node.column ? "both" : node.row ? "row" : "column"));
  add_counts(cells, {sum_of(node.documents), node.documents.size(), static_cast<std::uint64_t>(measures.degree[at])});
  cells.emplace_back(measures.strength[at]);
  if (choices_.directed()) cells.insert(cells.end(), {Cell(network.sent[at]), Cell(network.received[at])});
  if (choices_.signed_weights()) cells.emplace_back(measures.negative_strength[at]);
  cells.insert(cells.end(),
               {value_at(measures.betweenness, at), value_at(measures.closeness, at), Cell(measures.eigenvector[at])});
  add_counts(cells, {measures.core[at], measures.component[at] + std::uint64_t{1},
                     measures.community[at] + std::uint64_t{1}, network.ranks[at]});
  if (choices_.intervals)
    cells.insert(cells.end(), {rank_cell(std::floor(network.intervals.ranks[at].lower)),
                               rank_cell(std::ceil(network.intervals.ranks[at].upper))});
  cells.push_back(text_or_nothing(flags_of(network, false, node.draft)));
  table.rows.push_back(std::move(cells));
}

Table NetworkTable::summary(const std::vector<Network>& networks) {
  std::vector<Column> rest;
  for (const char* name :
       {"documents", "nodes", "edges", "density", "components", "isolates", "communities", "modularity"})
    rest.push_back({name, true});
  rest.push_back({"flags"});
  Table table{columns_by({}, by_, rest), {}};
  for (const Network& network : networks) {
    const NetworkCounts& counts = network.counts;
    const auto kinds = [](const std::vector<std::uint32_t>& numbers) {
      return std::set(numbers.begin(), numbers.end()).size();
    };
    const auto isolates = std::count(network.measures.degree.begin(), network.measures.degree.end(), 0.0);
    double dense = density(graph_of(counts.plan, network.edges));
    if (!counts.plan.sets.empty()) dense = real(network.edges.size()) / (real(counts.rows()) * real(counts.columns()));
    std::vector<Cell> cells;
    add_group(cells, counts.group);
    add_counts(cells, {counts.documents.size(), counts.nodes.size(), network.edges.size()});
    cells.emplace_back(dense);
    add_counts(cells, {kinds(network.measures.component), static_cast<std::uint64_t>(isolates),
                       kinds(network.measures.community)});
    cells.emplace_back(network.measures.modularity);
    cells.push_back(text_or_nothing(flags_of(network, false, false)));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table NetworkTable::table(const NetworkTally& tally) {
  const std::vector<Network> all = networks(tally);
  Table table{choices_.show == "nodes" ? node_columns() : edge_columns(), {}};
  if (choices_.show == "summary")
    table = summary(all);
  else
    for (const Network& network : all) {
      if (choices_.show == "nodes")
        for (const std::size_t node : shown_nodes(network)) add_node(table, network, node);
      else
        for (const std::size_t edge : shown_edges(network)) add_edge(table, network, edge);
    }
  WarningFlags::print(raised_);
  return table;
}

GraphTables NetworkTable::graph(const NetworkTally& tally) {
  const std::vector<Network> all = networks(tally);
  if (all.size() > 1)
    throw Error(Errc::usage, "a graph file holds one network, and --by makes " + std::to_string(all.size()), {},
                "choose one with --where");
  GraphTables graph;
  graph.nodes.columns = node_columns();
  graph.edges.columns = edge_columns();
  if (all.empty()) return graph;
  const Network& network = all.front();
  graph.directed = network.counts.plan.directed;
  std::vector<std::vector<DocumentUnits>> node_documents;
  std::vector<std::vector<DocumentUnits>> edge_documents;
  std::size_t rows = 0;
  for (const std::size_t node : shown_nodes(network)) {
    add_node(graph.nodes, network, node);
    rows += std::size_t{network.counts.nodes[node].row};
    node_documents.push_back(network.counts.nodes[node].documents);
  }
  for (const std::size_t at : shown_edges(network)) {
    add_edge(graph.edges, network, at);
    edge_documents.push_back(network.counts.documents_of(network.edges[at], choices_.projects()));
  }
  if (!network.counts.plan.sets.empty()) graph.rows = rows;
  graph.node_spells = spells_of(node_documents, tally.dates());
  graph.edge_spells = spells_of(edge_documents, tally.dates());
  WarningFlags::print(raised_);
  return graph;
}

}  // namespace topos::cli
