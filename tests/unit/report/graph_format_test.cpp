// SPDX-License-Identifier: Apache-2.0
#include "topos/report/graph_format.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace topos;

namespace {

/// Two nodes and an edge that hold what formats stumble over.
GraphTables sample() {
  GraphTables graph;
  graph.nodes = {{{"node"}, {"label"}, {"n", true}, {"some value", true}},
                 {{std::string("a \"b\""), std::string("A & <B>\x01"), std::int64_t{2}, 0.5},
                  {std::string("c\\d"), std::monostate{}, std::int64_t{3}, std::numeric_limits<double>::quiet_NaN()}}};
  graph.edges = {{{"source"}, {"target"}, {"weight", true}}, {{std::string("a \"b\""), std::string("c\\d"), -1.5}}};
  return graph;
}

std::string written(std::string_view format, const GraphTables& graph = sample()) {
  std::string text;
  find_graph_format(format)->write(graph, {}, [&](std::string_view bytes) { text += bytes; });
  return text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("graphml numbers nodes, types attributes and leaves out what is undefined") {
  const std::string text = written("graphml");
  CHECK(holds(text, "<key id=\"v2\" for=\"node\" attr.name=\"n\" attr.type=\"long\"/>"));
  CHECK(holds(text, "attr.name=\"some_value\" attr.type=\"double\""));
  CHECK(holds(text, "<data key=\"v1\">A &amp; &lt;B&gt;\xEF\xBF\xBD</data>"));
  CHECK(holds(text,
              "<node id=\"n2\">\n      <data key=\"v0\">c\\d</data>\n      <data key=\"v2\">3</data>\n    </node>"));
  CHECK(holds(text, "<edge source=\"n1\" target=\"n2\">"));
}

TEST_CASE("gexf keeps the sign of a weight as an attribute and writes spells where there are any") {
  GraphTables graph = sample();
  CHECK(holds(written("gexf"), "mode=\"static\""));
  graph.node_spells = {{{"2020-01-01", "2020-12-31"}}, {}};
  const std::string text = written("gexf", graph);
  CHECK(holds(text, "mode=\"dynamic\" timeformat=\"date\""));
  CHECK(holds(text, "<spell start=\"2020-01-01\" end=\"2020-12-31\"/>"));
  CHECK(holds(text, "target=\"c\\d\" weight=\"1.5\">"));
  CHECK(holds(text, "title=\"signed_weight\""));
  CHECK(holds(text, "label=\"c\\d\""));
}

TEST_CASE("dot escapes quotes and backslashes and draws weights below 0 dashed") {
  const std::string text = written("dot");
  CHECK(holds(text, "\"a \\\"b\\\"\" -- \"c\\\\d\" [penwidth=6, style=dashed"));
  GraphTables directed = sample();
  directed.directed = true;
  CHECK(written("dot", directed).starts_with("digraph"));
}

TEST_CASE("pajek numbers nodes and tells how many are rows") {
  GraphTables graph = sample();
  graph.rows = 1;
  CHECK(written("pajek", graph) == "*Vertices 2 1\n1 \"a 'b'\"\n2 \"c\\d\"\n*Edges\n1 2 -1.5\n");
}

TEST_CASE("xml has no place for control characters and noncharacters") {
  CHECK(xml_text("a\x02\x1F\xEF\xBF\xBF<\n") == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&lt;&#10;");
}
