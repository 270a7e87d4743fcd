// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/ratio_intervals.hpp"

#include <cmath>
#include <optional>

#include "topos/base/number.hpp"
#include "topos/statistics/distributions.hpp"

namespace topos {

Interval log_t_interval(const CountRows& rows, std::size_t column, double level) {
  const std::vector<double> sums = rows.sums();
  const auto n = static_cast<double>(rows.rows());
  if (rows.rows() < least_documents || !(sums[0] > 0 && sums[column] > 0)) return {undefined, undefined};
  const double ratio = sums[column] / sums[0];
  double squares = 0;
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    const double residual = rows.row(i)[column] - ratio * rows.row(i)[0];
    squares += residual * residual;
  }
  // Of the logarithm, so relative to the sum.
  const double error = std::sqrt(squares * n / (n - 1)) / sums[column];
  if (!(error > 0)) return {undefined, undefined};
  const double factor = std::exp(student_upper_quantile((1 - level) / 2, n - 1) * error);
  return {ratio / factor, ratio * factor};
}

std::vector<RatioEstimate> ratio_estimates(const CountRows& rows, const BootstrapSettings& settings, double level) {
  const std::vector<double> sums = rows.sums();
  std::optional<BootstrapSums> replicates;
  if (rows.rows() >= least_documents) replicates.emplace(rows, settings);
  std::vector<RatioEstimate> estimates;
  for (std::size_t column = 1; column < rows.columns(); ++column) {
    const double ratio = sums[0] > 0 ? sums[column] / sums[0] : undefined;
    RatioEstimate estimate{ratio,
                           {undefined, undefined},
                           {undefined, undefined},
                           {undefined, undefined},
                           log_t_interval(rows, column, level)};
    if (replicates) {
      const std::vector<double> ratios = replicates->ratios(column);
      estimate.percentile = percentile_interval(ratios, level);
      estimate.expanded = expanded_interval(ratios, rows.rows(), level);
      estimate.bca = bca_interval(ratios, ratio, jackknife_ratios(rows, column), level);
    }
    estimates.push_back(estimate);
  }
  return estimates;
}

}  // namespace topos
