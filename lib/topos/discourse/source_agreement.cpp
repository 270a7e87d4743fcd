// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/source_agreement.hpp"

#include <algorithm>
#include <variant>

#include "topos/statistics/coincidences.hpp"
#include "topos/statistics/measure.hpp"
#include "topos/statistics/rank_correlation.hpp"

namespace topos {
namespace {

/// Numbers of the claims that are spoken of, most frequent first, equal ones in the order of the list.
std::vector<double> ranking(std::span<const double> rates) {
  std::vector<double> ranked;
  for (std::size_t i = 0; i < rates.size(); ++i)
    if (rates[i] > 0) ranked.push_back(static_cast<double>(i));
  std::stable_sort(ranked.begin(), ranked.end(), [&](double x, double y) {
    return rates[static_cast<std::size_t>(x)] > rates[static_cast<std::size_t>(y)];
  });
  return ranked;
}

double ranked_overlap(std::span<const double> a, std::span<const double> b) {
  std::vector<double> first = ranking(a);
  std::vector<double> second = ranking(b);
  const std::size_t depth = std::min(first.size(), second.size());
  first.resize(depth);
  second.resize(depth);
  return std::get<VectorFunction>(measures::rbo.variants.front().function)({first, second, {}});
}

}  // namespace

SourceAgreement source_agreement(std::span<const double> a, std::span<const double> b) {
  return {presence_alpha({{a.begin(), a.end()}, {b.begin(), b.end()}}), ranked_overlap(a, b), kendall_tau_b(a, b)};
}

double presence_alpha(const std::vector<std::vector<double>>& rates) {
  if (rates.empty()) return undefined_value;
  Ratings ratings(rates.size(), rates.front().size());
  for (std::size_t source = 0; source < rates.size(); ++source)
    for (std::size_t claim = 0; claim < rates[source].size(); ++claim)
      ratings.at(source, claim) = rates[source][claim] > 0 ? 1 : 0;
  return krippendorff_alpha(ratings, AlphaMetric::nominal);
}

}  // namespace topos
