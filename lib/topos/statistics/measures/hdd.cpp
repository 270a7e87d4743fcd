// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

double types(const FrequencySpectrum& f, const DiversitySettings& s) {
  const double draws = static_cast<double>(s.draws);
  if (draws == 0 || f.tokens() < draws) return undefined_value;
  return f.sum(
      [&](double frequency) { return 1 - std::exp(log_hypergeometric_mass(0, f.tokens(), frequency, draws)); });
}

double value(const FrequencySpectrum& f, const DiversitySettings& s) {
  return types(f, s) / static_cast<double>(s.draws);
}

constexpr Variant variants[] = {
    {"hdd", "hdd_types / draws", value},
    {"hdd_types", "Σ over types of the probability that a sample of draws tokens holds the type", types},
};

}  // namespace

namespace measures {
constinit const Measure hdd{
    .id = "hdd",
    .family = Family::diversity,
    .use = "",
    .title = "HD-D, expected diversity of a random sample",
    .unit = "types per token; hdd_types: types",
    .domain = "at least as many tokens as draws",
    .direction = "greater: more diverse",
    .zeros = "undefined in shorter texts",
    .source = "McCarthy and Jarvis (2007)",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f draws=5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
