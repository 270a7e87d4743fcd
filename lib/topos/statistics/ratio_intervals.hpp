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
  Interval expanded;
  Interval log_t;
};

/// Interval of a column over the denominator from how rows differ from it: Student's t on the logarithm, which needs no
/// draws and holds its level with few rows as well.
/// Domain: NaN with fewer than least_documents rows, without hits, or if all rows have the same rate.
/// Source: linearised variance of a ratio, Cochran (1977) §2.11, §6.3; degrees of freedom: rows less one.
[[nodiscard]] Interval log_t_interval(const CountRows& rows, std::size_t column, double level);

/// One estimate for each column after the denominator; all columns share the draws.
/// Domain: intervals are NaN below least_documents rows; the ratio is NaN without denominator.
/// Cost: replicates times rows times columns.
[[nodiscard]] std::vector<RatioEstimate> ratio_estimates(const CountRows& rows, const BootstrapSettings& settings,
                                                         double level);

}  // namespace topos
