// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "topos/statistics/permutation.hpp"

namespace topos {

/// What is taken from a series to see whether its order says anything; greater in size: it says more.
using SeriesStatistic = std::function<double(std::span<const double> values)>;

/// p of each statistic: the share of orders of the series in which it is as far from 0 as in the order at hand. Blocks
/// of `block` neighbours, the last one perhaps shorter, move as a whole, so that what holds over some periods stays
/// together. Domain: block > 0; NaN for a statistic that is, and for all of them with fewer than 5 blocks, whose orders
/// are too few. Cost: each statistic once for each order, of which all are visited if there are at most `exact_limit`.
/// Source: Good (2005) for permutations; moving blocks to keep dependence as in Künsch (1989).
[[nodiscard]] std::vector<double> block_order_p(std::span<const double> values, std::size_t block,
                                                std::span<const SeriesStatistic> statistics,
                                                const PermutationSettings& settings);

/// Length of blocks for so many periods if none is asked for: the cube root, rounded.
[[nodiscard]] std::size_t usual_block(std::size_t periods);

}  // namespace topos
