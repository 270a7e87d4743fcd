// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/block_orders.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

#include "topos/statistics/random.hpp"

namespace topos {
namespace {

constexpr std::size_t least_blocks = 5;  // 120 orders, so that p can fall below 0.01

void write_order(std::span<const double> values, std::size_t block, std::span<const std::uint32_t> order,
                 std::vector<double>& written) {
  written.clear();
  for (const std::uint32_t number : order) {
    const std::size_t begin = number * block;
    const std::size_t end = std::min(begin + block, values.size());
    written.insert(written.end(), values.begin() + static_cast<std::ptrdiff_t>(begin),
                   values.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

/// Calls `visit` with orders of so many blocks.
RelabelingVisit each_order(std::size_t blocks, const PermutationSettings& settings,
                           const std::function<void(std::span<const std::uint32_t>)>& visit) {
  std::vector<std::uint32_t> order(blocks);
  const auto reset = [&] { std::iota(order.begin(), order.end(), 0U); };
  reset();
  const double all = std::tgamma(static_cast<double>(blocks) + 1);
  if (all <= settings.exact_limit) {
    do visit(order);
    while (std::next_permutation(order.begin(), order.end()));
    return {all, true};
  }
  for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
    reset();
    Random(settings.seed, settings.stream, replicate).shuffle(std::span(order));
    visit(order);
  }
  return {static_cast<double>(settings.replicates), false};
}

}  // namespace

std::vector<double> block_order_p(std::span<const double> values, std::size_t block,
                                  std::span<const SeriesStatistic> statistics, const PermutationSettings& settings) {
  std::vector<double> p(statistics.size(), std::numeric_limits<double>::quiet_NaN());
  const std::size_t blocks = values.size() / block + (values.size() % block != 0);
  if (blocks < least_blocks) return p;
  std::vector<double> bounds;
  for (const SeriesStatistic& statistic : statistics) bounds.push_back(as_far_as(statistic(values)));
  std::vector<double> far(statistics.size());
  std::vector<double> written;
  const RelabelingVisit visited = each_order(blocks, settings, [&](std::span<const std::uint32_t> order) {
    write_order(values, block, order, written);
    for (std::size_t i = 0; i < statistics.size(); ++i)
      if (!std::isnan(bounds[i])) far[i] += std::abs(statistics[i](written)) >= bounds[i];
  });
  for (std::size_t i = 0; i < statistics.size(); ++i)
    if (!std::isnan(bounds[i])) p[i] = permutation_p(far[i], visited);
  return p;
}

std::size_t usual_block(std::size_t periods) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(std::cbrt(static_cast<double>(periods)))));
}

}  // namespace topos
