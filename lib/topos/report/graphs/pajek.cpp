// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "topos/report/cell.hpp"
#include "topos/report/graph_format.hpp"

namespace topos {
namespace {

/// The format has no way of writing a quote inside quotes.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? '\'' : static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return result + '"';
}

void write_pajek(const GraphTables& graph, const WriteOptions& options, const TextSink& sink) {
  const std::size_t count = graph.nodes.rows.size();
  sink("*Vertices " + std::to_string(count) + (graph.rows > 0 ? " " + std::to_string(graph.rows) : "") + "\n");
  std::map<std::string, std::size_t> numbers;
  for (const std::vector<Cell>& row : graph.nodes.rows) {
    const std::string id = cell_text(row[0], options);
    numbers.emplace(id, numbers.size() + 1);
    sink(std::to_string(numbers.at(id)) + ' ' + quoted(id) + "\n");
  }
  sink(graph.directed ? "*Arcs\n" : "*Edges\n");
  const std::size_t weight = column_called(graph.edges, "weight");
  for (const std::vector<Cell>& row : graph.edges.rows)
    sink(std::to_string(numbers.at(cell_text(row[0], options))) + ' ' +
         std::to_string(numbers.at(cell_text(row[1], options))) + ' ' +
         (weight < row.size() ? cell_text(row[weight], options) : "1") + "\n");
}

}  // namespace

namespace graphs {
const GraphFormat pajek{"pajek", "Pajek's .net: names and weights alone", write_pajek};
}  // namespace graphs

}  // namespace topos
