// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos {

/// A code's hits over the words of a group, and how far other documents of its kind might have moved it.
struct RatioEstimate {
  double ratio;
  Interval percentile;
  Interval bca;
};

/// One estimate for each column after the denominator; all columns share the draws.
/// Domain: intervals are NaN below least_documents rows; the ratio is NaN without denominator.
/// Cost: replicates times rows times columns.
[[nodiscard]] std::vector<RatioEstimate> ratio_estimates(const CountRows& rows, const BootstrapSettings& settings,
                                                         double level);

}  // namespace topos
