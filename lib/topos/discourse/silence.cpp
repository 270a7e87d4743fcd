// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/silence.hpp"

#include <cmath>

#include "topos/base/number.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/distributions.hpp"

namespace topos {
namespace {

constexpr double least = least_documents;

}  // namespace

double expected_if_equal_rate(double n, double words_silent, double words_other) {
  const double words = words_silent + words_other;
  return words > 0 ? n * words_silent / words : undefined;
}

double chance_of_none(double n, double words_silent, double words_other) {
  const double words = words_silent + words_other;
  return words > 0 ? std::pow(words_other / words, n) : undefined;
}

double silence_probability(std::span<const SilenceUnit> units) {
  double silent = 0;
  double other = 0;
  double speaking = 0;
  double paired = 0;
  double paired_speaking = 0;
  for (const SilenceUnit& unit : units) {
    const bool both = unit.in_silent && unit.in_other;
    paired += both ? 1 : 0;
    paired_speaking += both && unit.speaks ? 1 : 0;
    silent += unit.in_silent ? 1 : 0;
    other += unit.in_other ? 1 : 0;
    speaking += unit.speaks ? 1 : 0;
  }
  if (paired > 0) return paired >= least && paired_speaking > 0 ? std::exp2(-paired_speaking) : undefined;
  return silence_probability(silent, other, speaking);
}

double silence_probability(double silent, double other, double speaking) {
  if (silent < least || other < least || speaking == 0) return undefined;
  return hypergeometric_lower(0, silent + other, speaking, silent);
}

}  // namespace topos
