// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/diversity.hpp"

#include <unordered_map>

namespace topos {

void FrequencySpectrum::add(double frequency) {
  if (!(frequency > 0)) return;
  lines_[frequency] += 1;
  tokens_ += frequency;
  types_ += 1;
}

FrequencySpectrum FrequencySpectrum::of_frequencies(std::span<const double> frequencies) {
  FrequencySpectrum spectrum;
  for (const double frequency : frequencies) spectrum.add(frequency);
  return spectrum;
}

FrequencySpectrum FrequencySpectrum::of_tokens(std::span<const std::uint32_t> tokens) {
  std::unordered_map<std::uint32_t, double> counts;
  for (const std::uint32_t token : tokens) counts[token] += 1;
  FrequencySpectrum spectrum;
  for (const auto& [type, count] : counts) spectrum.add(count);
  return spectrum;
}

double FrequencySpectrum::types_with(double frequency) const {
  const auto found = lines_.find(frequency);
  return found == lines_.end() ? 0 : found->second;
}

}  // namespace topos
