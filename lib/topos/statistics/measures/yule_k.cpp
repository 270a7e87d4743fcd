// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double square_sum(const FrequencySpectrum& f) {
  return f.sum([](double frequency) { return frequency * frequency; });
}

double k(const FrequencySpectrum& f, const DiversitySettings&) {
  return f.tokens() > 0 ? 1e4 * (square_sum(f) - f.tokens()) / (f.tokens() * f.tokens()) : undefined_value;
}

double i(const FrequencySpectrum& f, const DiversitySettings&) {
  const double repeats = square_sum(f) - f.types();
  return repeats > 0 ? f.types() * f.types() / repeats : undefined_value;
}

constexpr Variant variants[] = {
    {"yule_k", "10000 (Σ frequency² - N) / N²", k},
    {"yule_i", "V² / (Σ frequency² - V)", i},
};

}  // namespace

namespace measures {
constinit const Measure yule_k{
    .id = "yule_k",
    .family = Family::diversity,
    .use = "",
    .title = "Yule's K and I",
    .unit = "yule_k: repeats in ten thousand pairs; yule_i: none",
    .domain = "at least one token; yule_i: not all types occur once",
    .direction = "yule_k: greater: less diverse; yule_i: more",
    .zeros = "types that do not occur do not count",
    .source = "Yule (1944)",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
