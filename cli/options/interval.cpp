// SPDX-License-Identifier: Apache-2.0
#include "options/interval.hpp"

#include <utility>

#include "topos/base/number.hpp"
#include "topos/statistics/ratio_intervals.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t enough_rows = 30;  // W26: from here on coverage in simulations is within 2 % of what is promised

}  // namespace

void IntervalGroup::declare(Options& options, std::vector<std::string> kinds, const std::string& help) {
  options.choice("--ci", kind, std::move(kinds), help);
}

std::vector<Interval> IntervalGroup::of(const CountRows& rows, const ResamplingGroup& resampling,
                                        std::uint64_t stream) const {
  std::vector<Interval> intervals;
  if (kind == "t") {
    for (std::size_t column = 1; column < rows.columns(); ++column)
      intervals.push_back(log_t_interval(rows, column, confidence));
  } else {
    for (const RatioEstimate& estimate : ratio_estimates(rows, resampling.settings(stream), confidence))
      intervals.push_back(kind == "bca" ? estimate.bca : kind == "expanded" ? estimate.expanded : estimate.percentile);
  }
  for (Interval& one : intervals)
    if (!(one.lower < one.upper)) one = {undefined, undefined};
  return intervals;
}

std::vector<RateContrast> IntervalGroup::of(const TwoGroups& two, const ResamplingGroup& resampling,
                                            std::uint64_t stream) const {
  return kind == "t" ? two.t_contrasts(confidence) : two.contrasts(resampling.settings(stream), confidence);
}

bool IntervalGroup::too_narrow(std::size_t rows) const {
  return (kind == "percentile" || kind == "bca") && rows < enough_rows;
}

}  // namespace topos::cli
