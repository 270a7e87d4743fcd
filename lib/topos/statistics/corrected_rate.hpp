// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos {

/// A machine's rate in a corpus, and the rate that its errors in a sample coded by people leave behind it.
struct CorrectedRate {
  double observed;
  double sensitivity;
  double specificity;
  double corrected;
  Interval interval;
  bool refused;  ///< sensitivity + specificity <= 1: the machine is no better than chance
};

/// Rows of documents. `coded`: units that people coded with yes, those of them found, units coded with no, those of
/// them passed over. `corpus`: units, units found. Domain: the interval needs least_documents in both, and sensitivity
/// + specificity > 1 in all but 1 - level of the replicates; NaN otherwise. Source: Rogan and Gladen (1978); percentile
/// bootstrap of both samples, drawn independently.
[[nodiscard]] CorrectedRate corrected_rate(const CountRows& coded, const CountRows& corpus,
                                           const BootstrapSettings& settings, double level);

}  // namespace topos
