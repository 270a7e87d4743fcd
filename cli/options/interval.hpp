// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "options.hpp"
#include "options/resampling.hpp"
#include "topos/statistics/intervals.hpp"
#include "topos/statistics/two_groups.hpp"

namespace topos::cli {

/// Which interval of a rate is wanted: --ci.
struct IntervalGroup {
  std::string kind;

  /// `kinds`: what can be chosen, "t" and those that need resampling among them.
  void declare(Options& options, std::vector<std::string> kinds, const std::string& help);
  [[nodiscard]] bool wanted() const { return kind != "none"; }
  /// One for each column after the denominator, from documents (clusters); NaN where all resamples are alike, which
  /// says nothing of how others might differ, and with fewer than least_documents rows.   Domain: not "none" or
  /// "wilson".
  [[nodiscard]] std::vector<Interval> of(const CountRows& rows, const ResamplingGroup& resampling,
                                         std::uint64_t stream) const;
  /// How rates differ, with intervals of the difference: "t", "percentile" or "none".
  [[nodiscard]] std::vector<RateContrast> of(const TwoGroups& two, const ResamplingGroup& resampling,
                                             std::uint64_t stream) const;
  /// Whether it holds less than it promises with so few documents (clusters).
  [[nodiscard]] bool too_narrow(std::size_t rows) const;
};

}  // namespace topos::cli
