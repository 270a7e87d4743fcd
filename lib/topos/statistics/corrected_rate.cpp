// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/corrected_rate.hpp"

#include <cassert>
#include <cmath>
#include <span>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double share(double part, double whole) { return whole > 0 ? part / whole : undefined_value; }

struct Rates {
  double observed;
  double sensitivity;
  double specificity;
  [[nodiscard]] double corrected() const {
    return std::get<CorrectionFunction>(measures::rogan_gladen.variants[0].function)(
        {observed, sensitivity, specificity});
  }
};

Rates rates_of(std::span<const double> coded, std::span<const double> corpus) {
  return {share(corpus[1], corpus[0]), share(coded[1], coded[0]), share(coded[3], coded[2])};
}

}  // namespace

CorrectedRate corrected_rate(const CountRows& coded, const CountRows& corpus, const BootstrapSettings& settings,
                             double level) {
  assert(coded.columns() == 4 && corpus.columns() == 2);
  const Rates rates = rates_of(coded.sums(), corpus.sums());
  CorrectedRate result{rates.observed,
                       rates.sensitivity,
                       rates.specificity,
                       rates.corrected(),
                       {undefined_value, undefined_value},
                       rates.sensitivity + rates.specificity <= 1};
  if (coded.rows() < least_documents || corpus.rows() < least_documents || std::isnan(result.corrected)) return result;
  BootstrapSettings other = settings;
  ++other.stream;
  const BootstrapSums coded_sums(coded, settings);
  const BootstrapSums corpus_sums(corpus, other);
  std::vector<double> replicates;
  for (std::size_t at = 0; at < settings.replicates; ++at)
    if (const double one = rates_of(coded_sums.replicate(at), corpus_sums.replicate(at)).corrected(); !std::isnan(one))
      replicates.push_back(one);
  if (static_cast<double>(replicates.size()) >= level * settings.replicates)
    result.interval = percentile_interval(std::move(replicates), level);
  return result;
}

}  // namespace topos
