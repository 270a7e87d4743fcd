// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "topos/report/cell.hpp"
#include "topos/report/graph_format.hpp"

namespace topos {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

constexpr std::string_view type_name(ColumnType type) {
  return type == ColumnType::text ? "string" : type == ColumnType::whole ? "long" : "double";
}

/// Names of attributes have no blanks and few signs in this format.
std::string token(std::string_view name) {
  std::string result(name);
  for (char& c : result)
    if (static_cast<unsigned char>(c) < 0x80 && !is_name_character(c)) c = '_';
  return xml_text(result);
}

/// Declares the attributes of nodes or edges; `letter` begins their ids.
std::string keys(const Table& table, std::size_t first, char letter, std::string_view domain) {
  std::string text;
  for (std::size_t i = first; i < table.columns.size(); ++i)
    text += std::string("  <key id=\"") + letter + std::to_string(i) + "\" for=\"" + std::string(domain) +
            "\" attr.name=\"" + (letter == 'v' && i == 0 ? "name" : token(table.columns[i].name)) + "\" attr.type=\"" +
            std::string(type_name(column_type(table, i))) + "\"/>\n";
  return text;
}

std::string data(const std::vector<Cell>& row, std::size_t first, char letter, const WriteOptions& options) {
  std::string text;
  for (std::size_t i = first; i < row.size(); ++i) {
    const std::string value = cell_text(row[i], options);
    if (!value.empty())
      text += std::string("      <data key=\"") + letter + std::to_string(i) + "\">" + xml_text(value) + "</data>\n";
  }
  return text;
}

void write_graphml(const GraphTables& graph, const WriteOptions& options, const TextSink& sink) {
  sink(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  sink(keys(graph.nodes, 0, 'v', "node") + keys(graph.edges, 2, 'e', "edge"));
  sink(std::string("  <graph edgedefault=\"") + (graph.directed ? "directed" : "undirected") + "\">\n");
  // Ids have no blanks either, so nodes are numbered and keep their names as an attribute.
  std::map<std::string, std::string> ids;
  for (const std::vector<Cell>& row : graph.nodes.rows) {
    const std::string& id = ids.emplace(cell_text(row[0], options), 'n' + std::to_string(ids.size() + 1)).first->second;
    sink("    <node id=\"" + id + "\">\n" + data(row, 0, 'v', options) + "    </node>\n");
  }
  for (const std::vector<Cell>& row : graph.edges.rows)
    sink("    <edge source=\"" + ids.at(cell_text(row[0], options)) + "\" target=\"" +
         ids.at(cell_text(row[1], options)) + "\">\n" + data(row, 2, 'e', options) + "    </edge>\n");
  sink("  </graph>\n</graphml>\n");
}

}  // namespace

namespace graphs {
const GraphFormat graphml{"graphml", "GraphML, with all attributes", write_graphml};
}  // namespace graphs

}  // namespace topos
