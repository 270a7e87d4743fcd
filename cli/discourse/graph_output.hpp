// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "options/output.hpp"
#include "topos/report/graph_format.hpp"

namespace topos::cli {

/// Writes a graph to where the options say, in a format of graphs.def, and its provenance beside it.
void write_graph(const OutputGroup& group, const Provenance& provenance, const std::string& format,
                 const GraphTables& graph);

}  // namespace topos::cli
