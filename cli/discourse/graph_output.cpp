// SPDX-License-Identifier: Apache-2.0
#include "discourse/graph_output.hpp"

namespace topos::cli {

void write_graph(const OutputGroup& group, const Provenance& provenance, const std::string& format,
                 const GraphTables& graph) {
  WriteOptions options;
  options.digits = static_cast<int>(group.digits);
  OutputStream out(group.path);
  find_graph_format(format)->write(graph, options, [&](std::string_view bytes) { out.write(bytes); });
  out.close();
  write_provenance(group, provenance);
}

}  // namespace topos::cli
