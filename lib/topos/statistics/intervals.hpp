// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace topos {

/// Both ends are NaN where an interval is not defined.
struct Interval {
  double lower;
  double upper;
};

/// The value below which lies `share` of the values, between neighbours by proportion (R's type 7).
/// Domain: ascending, without NaN, at least one; 0 <= share <= 1; NaN otherwise.
[[nodiscard]] double quantile(std::span<const double> ascending, double share);

/// The middle `level` of the replicates; NaN replicates are left out.
/// Source: Efron (1981).
[[nodiscard]] Interval percentile_interval(std::vector<double> replicates, double level);

/// The percentile interval, its ends moved for bias and for a standard error that grows with the value.
/// Domain: replicates not all on one side of the estimate and jackknife values not all equal; where all replicates
/// equal the estimate, both ends do; NaN otherwise. Source: Efron (1987); acceleration from the jackknife.
[[nodiscard]] Interval bca_interval(std::vector<double> replicates, double estimate, std::span<const double> jackknife,
                                    double level);

/// The percentile interval at a level that makes up for the rows being few: resamples of n rows vary as if there were
/// n - 1, and a normal's tails are too thin for them.
/// Domain: at least two rows; NaN otherwise.   Source: Hesterberg (2015), the expanded percentile interval.
[[nodiscard]] Interval expanded_interval(std::vector<double> replicates, std::size_t rows, double level);

/// Intervals of a share.   Domain: 0 <= hits <= trials, trials > 0; NaN otherwise.
/// Source: Wilson (1927); Clopper and Pearson (1934).
[[nodiscard]] Interval wilson_interval(double hits, double trials, double level);
[[nodiscard]] Interval clopper_pearson_interval(double hits, double trials, double level);

}  // namespace topos
