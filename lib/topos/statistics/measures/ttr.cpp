// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const FrequencySpectrum& f, const DiversitySettings&) {
  return f.tokens() > 0 ? f.types() / f.tokens() : undefined_value;
}

double root(const FrequencySpectrum& f, const DiversitySettings&) {
  return f.tokens() > 0 ? f.types() / std::sqrt(f.tokens()) : undefined_value;
}

double corrected(const FrequencySpectrum& f, const DiversitySettings&) {
  return f.tokens() > 0 ? f.types() / std::sqrt(2 * f.tokens()) : undefined_value;
}

constexpr Variant variants[] = {
    {"ttr", "V / N", value},
    {"root_ttr", "V / √N", root},
    {"corrected_ttr", "V / √(2 N)", corrected},
};

}  // namespace

namespace measures {
constinit const Measure ttr{
    .id = "ttr",
    .family = Family::diversity,
    .use = "",
    .title = "Type-token ratio and its corrections by roots",
    .unit = "types per token, or per root of tokens",
    .domain = "at least one token",
    .direction = "greater: more diverse; falls with length, so only texts of one length compare",
    .zeros = "types that do not occur do not count",
    .source = "Guiraud (1954) for the root; Carroll (1964) for the corrected one",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
