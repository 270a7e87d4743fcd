// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/ratio_intervals.hpp"

#include <limits>
#include <optional>

namespace topos {

std::vector<RatioEstimate> ratio_estimates(const CountRows& rows, const BootstrapSettings& settings, double level) {
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> sums = rows.sums();
  std::optional<BootstrapSums> replicates;
  if (rows.rows() >= least_documents) replicates.emplace(rows, settings);
  std::vector<RatioEstimate> estimates;
  for (std::size_t column = 1; column < rows.columns(); ++column) {
    const double ratio = sums[0] > 0 ? sums[column] / sums[0] : undefined;
    RatioEstimate estimate{ratio, {undefined, undefined}, {undefined, undefined}};
    if (replicates) {
      const std::vector<double> ratios = replicates->ratios(column);
      estimate.percentile = percentile_interval(ratios, level);
      estimate.bca = bca_interval(ratios, ratio, jackknife_ratios(rows, column), level);
    }
    estimates.push_back(estimate);
  }
  return estimates;
}

}  // namespace topos
