// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const FrequencySpectrum& f, const DiversitySettings&) {
  if (f.tokens() < 2) return undefined_value;
  return f.sum([](double frequency) { return frequency * (frequency - 1); }) / (f.tokens() * (f.tokens() - 1));
}

constexpr Variant variants[] = {
    {"simpson_d", "Σ frequency (frequency - 1) / (N (N - 1))", value},
};

}  // namespace

namespace measures {
constinit const Measure simpson_d{
    .id = "simpson_d",
    .family = Family::diversity,
    .use = "",
    .title = "Simpson's D",
    .unit = "probability",
    .domain = "at least two tokens",
    .direction = "0 no type twice, 1 one type alone: greater: less diverse",
    .zeros = "types that do not occur do not count",
    .source = "Simpson (1949)",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
