// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "topos/base/number.hpp"
#include "topos/report/cell.hpp"
#include "topos/report/graph_format.hpp"

namespace topos {
namespace {

constexpr double thinnest = 0.5;
constexpr double widest = 6;
/// Colours that are told apart by people who see red and green alike, too. Source: Okabe and Ito (2008).
constexpr std::array<std::string_view, 8> colours{"#56B4E9", "#E69F00", "#009E73", "#F0E442",
                                                  "#CC79A7", "#D55E00", "#0072B2", "#BBBBBB"};

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else
      result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + '"';
}

std::string attributes(const Table& table, const std::vector<Cell>& row, std::size_t first,
                       const WriteOptions& options) {
  std::string text;
  for (std::size_t i = first; i < row.size(); ++i) {
    const std::string value = cell_text(row[i], options);
    // Layout programs have a meaning of their own for these.
    const std::string& name = table.columns[i].name;
    if (!value.empty() && name != "label") text += ", " + quoted(name == "weight" ? "tie" : name) + "=" + quoted(value);
  }
  return text;
}

double number_of(const std::vector<Cell>& row, std::size_t column) {
  if (column >= row.size()) return 0;
  if (const auto* real = std::get_if<double>(&row[column])) return *real;
  const auto* whole = std::get_if<std::int64_t>(&row[column]);
  return whole == nullptr ? 0 : static_cast<double>(*whole);
}

void write_nodes(const GraphTables& graph, const WriteOptions& options, const TextSink& sink) {
  const std::size_t label = column_called(graph.nodes, "label");
  const std::size_t community = column_called(graph.nodes, "community");
  for (std::size_t i = 0; i < graph.nodes.rows.size(); ++i) {
    const std::vector<Cell>& row = graph.nodes.rows[i];
    const std::string id = cell_text(row[0], options);
    const std::string shown = label < row.size() ? cell_text(row[label], options) : std::string();
    std::string text = "  " + quoted(id) + " [label=" + quoted(shown.empty() ? id : shown);
    if (graph.rows > 0 && i >= graph.rows) text += ", shape=box";
    if (community < row.size() && std::holds_alternative<std::int64_t>(row[community])) {
      const auto number = static_cast<std::size_t>(std::max(number_of(row, community) - 1, 0.0));
      text += ", fillcolor=" + quoted(colours[std::min(number, colours.size() - 1)]);
    }
    sink(text + attributes(graph.nodes, row, 1, options) + "];\n");
  }
}

void write_dot(const GraphTables& graph, const WriteOptions& options, const TextSink& sink) {
  sink(graph.directed ? "digraph topos {\n" : "graph topos {\n");
  sink(
      "  graph [overlap=prism, outputorder=edgesfirst];\n  node [shape=ellipse, style=filled, "
      "fillcolor=white, fontname=\"Helvetica\"];\n"
      "  edge [color=\"#00000066\"];\n");
  write_nodes(graph, options, sink);
  const std::size_t weight = column_called(graph.edges, "weight");
  double largest = 0;
  for (const std::vector<Cell>& row : graph.edges.rows) largest = std::max(largest, std::abs(number_of(row, weight)));
  for (const std::vector<Cell>& row : graph.edges.rows) {
    const double own = number_of(row, weight);
    std::string text = "  " + quoted(cell_text(row[0], options)) + (graph.directed ? " -> " : " -- ") +
                       quoted(cell_text(row[1], options)) + " [penwidth=" +
                       number_text(largest > 0 ? thinnest + (widest - thinnest) * std::abs(own) / largest : 1, 2);
    if (own < 0) text += ", style=dashed, color=\"#D55E0099\"";
    sink(text + attributes(graph.edges, row, 2, options) + "];\n");
  }
  sink("}\n");
}

}  // namespace

namespace graphs {
const GraphFormat dot{"dot", "DOT for Graphviz, with all attributes, widths by weight and colours by community",
                      write_dot};
}  // namespace graphs

}  // namespace topos
