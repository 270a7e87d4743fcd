// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/discourse/document_sums.hpp"
#include "topos/discourse/network.hpp"
#include "topos/discourse/node_measures.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos {

/// How far a network might be another one if other documents had been drawn.
struct NetworkIntervals {
  std::vector<Interval> weights;  ///< of each edge
  std::vector<Interval> ranks;    ///< of each node, 1 the most central
};

/// Makes the network anew from resampled documents; all measures of a replicate share its draws. The intervals are
/// expanded percentile intervals. NaN for fewer than least_documents clusters, and where all replicates are alike.
/// `edges`: those that make_edges() and thin_edges() made of all documents.
/// Errors: Errc::usage, if edges times replicates are more than memory is meant for.   Cost: replicates times that of a
/// network and the measure.
[[nodiscard]] NetworkIntervals resample_network(const NetworkPlan& plan, const NetworkRecipe& recipe,
                                                const DocumentSums& documents, const std::vector<NetworkEdge>& edges,
                                                Centrality centrality, EdgeLength length,
                                                const BootstrapSettings& settings, double level);

}  // namespace topos
