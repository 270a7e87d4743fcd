// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/base/number.hpp"
#include "topos/report/cell.hpp"
#include "topos/report/graph_format.hpp"

namespace topos {
namespace {

constexpr std::string_view type_name(ColumnType type) {
  return type == ColumnType::text ? "string" : type == ColumnType::whole ? "long" : "double";
}

std::string attributes(const Table& table, std::size_t first, std::string_view domain) {
  std::string text = "    <attributes class=\"" + std::string(domain) + "\">\n";
  for (std::size_t i = first; i < table.columns.size(); ++i) {
    // The format has a weight of its own, which is not negative.
    const std::string& name = table.columns[i].name;
    text += "      <attribute id=\"" + std::to_string(i) + "\" title=\"" +
            (name == "weight" ? "signed_weight" : xml_text(name)) + "\" type=\"" +
            std::string(type_name(column_type(table, i))) + "\"/>\n";
  }
  return text + "    </attributes>\n";
}

std::string values(const std::vector<Cell>& row, std::size_t first, const WriteOptions& options) {
  std::string text;
  for (std::size_t i = first; i < row.size(); ++i) {
    const std::string value = cell_text(row[i], options);
    if (!value.empty())
      text += "          <attvalue for=\"" + std::to_string(i) + "\" value=\"" + xml_text(value) + "\"/>\n";
  }
  return text.empty() ? text : "        <attvalues>\n" + text + "        </attvalues>\n";
}

std::string spells(const std::vector<std::vector<Spell>>& all, std::size_t at) {
  if (all.empty() || all[at].empty()) return {};
  std::string text = "        <spells>\n";
  for (const Spell& spell : all[at])
    text += "          <spell start=\"" + spell.start + "\" end=\"" + spell.end + "\"/>\n";
  return text + "        </spells>\n";
}

std::string weight_of(const std::vector<Cell>& row, std::size_t column) {
  if (column == row.size()) return {};
  const auto* real = std::get_if<double>(&row[column]);
  const auto* whole = std::get_if<std::int64_t>(&row[column]);
  if (real == nullptr && whole == nullptr) return {};
  return " weight=\"" + number_text(std::abs(real != nullptr ? *real : static_cast<double>(*whole))) + "\"";
}

void write_gexf(const GraphTables& graph, const WriteOptions& options, const TextSink& sink) {
  const bool dynamic = !graph.node_spells.empty() || !graph.edge_spells.empty();
  sink(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <meta>\n    <creator>topos</creator>\n  </meta>\n");
  sink(std::string("  <graph defaultedgetype=\"") + (graph.directed ? "directed" : "undirected") + "\" mode=\"" +
       (dynamic ? "dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n" : "static\">\n"));
  sink(attributes(graph.nodes, 1, "node") + attributes(graph.edges, 2, "edge") + "    <nodes>\n");
  const std::size_t label = column_called(graph.nodes, "label");
  for (std::size_t i = 0; i < graph.nodes.rows.size(); ++i) {
    const std::vector<Cell>& row = graph.nodes.rows[i];
    const std::string id = cell_text(row[0], options);
    const std::string shown = label < row.size() ? cell_text(row[label], options) : std::string();
    sink("      <node id=\"" + xml_text(id) + "\" label=\"" + xml_text(shown.empty() ? id : shown) + "\">\n" +
         values(row, 1, options) + spells(graph.node_spells, i) + "      </node>\n");
  }
  sink("    </nodes>\n    <edges>\n");
  const std::size_t weight = column_called(graph.edges, "weight");
  for (std::size_t i = 0; i < graph.edges.rows.size(); ++i) {
    const std::vector<Cell>& row = graph.edges.rows[i];
    sink("      <edge id=\"" + std::to_string(i) + "\" source=\"" + xml_text(cell_text(row[0], options)) +
         "\" target=\"" + xml_text(cell_text(row[1], options)) + "\"" + weight_of(row, weight) + ">\n" +
         values(row, 2, options) + spells(graph.edge_spells, i) + "      </edge>\n");
  }
  sink("    </edges>\n  </graph>\n</gexf>\n");
}

}  // namespace

namespace graphs {
const GraphFormat gexf{"gexf", "GEXF, with all attributes, and spells where documents are dated", write_gexf};
}  // namespace graphs

}  // namespace topos
