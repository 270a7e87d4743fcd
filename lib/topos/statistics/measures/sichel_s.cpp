// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double sichel(const FrequencySpectrum& f, const DiversitySettings&) {
  return f.types() > 0 ? f.types_with(2) / f.types() : undefined_value;
}

double honore(const FrequencySpectrum& f, const DiversitySettings&) {
  if (f.types() == 0 || f.types_with(1) == f.types()) return undefined_value;
  return 100 * std::log(f.tokens()) / (1 - f.types_with(1) / f.types());
}

constexpr Variant variants[] = {
    {"sichel_s", "V2 / V, V2 the types that occur twice", sichel},
    {"honore_r", "100 ln N / (1 - V1 / V), V1 the types that occur once", honore},
};

}  // namespace

namespace measures {
constinit const Measure sichel_s{
    .id = "sichel_s",
    .family = Family::diversity,
    .use = "",
    .title = "Measures by the rarest types",
    .unit = "share of types; honore_r: none",
    .domain = "at least one type; honore_r: not all types occur once",
    .direction = "sichel_s: nearly constant in a text's length; honore_r: greater: more types used once",
    .zeros = "types that do not occur do not count",
    .source = "Sichel (1975); Honoré (1979)",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
