// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/report/table.hpp"
#include "topos/report/writer.hpp"

namespace topos {

/// From when to when something is there; ISO dates, both included.
struct Spell {
  std::string start;
  std::string end;
};

/// A graph as tables: every column becomes an attribute.
struct GraphTables {
  Table nodes;  ///< the first column identifies nodes; one called `label` is what they are shown as
  Table edges;  ///< the first two columns identify nodes; one called `weight` is the weight
  bool directed = false;
  std::size_t rows = 0;  ///< of a two-mode graph: how many nodes, the first ones, are of the first mode; else 0
  std::vector<std::vector<Spell>> node_spells;  ///< of each node, or empty: the graph has no time
  std::vector<std::vector<Spell>> edge_spells;
};

/// A file format of graphs, as listed in graphs.def.
struct GraphFormat {
  std::string_view name;  ///< as typed after --graph
  std::string_view summary;
  void (*write)(const GraphTables& graph, const WriteOptions& options, const TextSink& sink);
};

namespace graphs {
#define TOPOS_GRAPH(id) extern const GraphFormat id;
#include "topos/report/graphs/graphs.def"
#undef TOPOS_GRAPH
}  // namespace graphs

/// Every format, in the order of graphs.def.
[[nodiscard]] std::span<const GraphFormat* const> graph_formats() noexcept;

/// Their names, as typed.
[[nodiscard]] std::vector<std::string> graph_format_names();

/// The format called `name`, or nullptr.
[[nodiscard]] const GraphFormat* find_graph_format(std::string_view name) noexcept;

/// What the cells of a column are.
enum class ColumnType { text, whole, real };
[[nodiscard]] ColumnType column_type(const Table& table, std::size_t column);

/// The column called so, or the number of columns.
[[nodiscard]] std::size_t column_called(const Table& table, std::string_view name);

/// The text of a cell with what XML cannot hold as U+FFFD, and its special characters and line breaks as entities: fit
/// for elements and quoted attributes. Domain: UTF-8.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace topos
