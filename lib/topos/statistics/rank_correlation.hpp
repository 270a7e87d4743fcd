// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace topos {

/// Kendall's tau-b: pairs that both lists order alike less those that they order otherwise, over the geometric mean of
/// the pairs that each of them orders. Domain: lists of one length that order a pair; NaN otherwise.   Cost: quadratic.
/// Source: Kendall (1945).
[[nodiscard]] double kendall_tau_b(std::span<const double> x, std::span<const double> y);

}  // namespace topos
