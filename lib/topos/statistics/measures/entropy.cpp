// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const FrequencySpectrum& f, const DiversitySettings&) {
  if (f.tokens() == 0) return undefined_value;
  const double n = f.tokens();
  return std::max(0.0, -f.sum([n](double frequency) { return frequency / n * std::log2(frequency / n); }));
}

double repeat_rate(const FrequencySpectrum& f, const DiversitySettings&) {
  const double n = f.tokens();
  return n > 0 ? f.sum([n](double frequency) { return frequency / n * (frequency / n); }) : undefined_value;
}

constexpr Variant variants[] = {
    {"entropy", "-Σ p log2 p, p = frequency / N", value},
    {"rr", "Σ p²", repeat_rate},
};

}  // namespace

namespace measures {
constinit const Measure entropy{
    .id = "entropy",
    .family = Family::diversity,
    .use = "",
    .title = "Entropy and repeat rate of types",
    .unit = "bits; rr: probability",
    .domain = "at least one token",
    .direction = "entropy: greater: more diverse; rr: less",
    .zeros = "types that do not occur do not count",
    .source = "Shannon (1948); Popescu (2009)",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
