// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double herdan(const FrequencySpectrum& f, const DiversitySettings&) {
  return f.tokens() > 1 ? std::log(f.types()) / std::log(f.tokens()) : undefined_value;
}

double maas(const FrequencySpectrum& f, const DiversitySettings&) {
  const double n = std::log(f.tokens());
  return f.tokens() > 1 ? (n - std::log(f.types())) / (n * n) : undefined_value;
}

double dugast(const FrequencySpectrum& f, const DiversitySettings&) {
  const double n = std::log(f.tokens());
  return f.tokens() > 1 && f.types() < f.tokens() ? n * n / (n - std::log(f.types())) : undefined_value;
}

double summer(const FrequencySpectrum& f, const DiversitySettings&) {
  if (!(f.types() > 1 && f.tokens() > 2)) return undefined_value;
  return std::log(std::log(f.types())) / std::log(std::log(f.tokens()));
}

double vm(const FrequencySpectrum& f, const DiversitySettings&) {
  if (!(f.tokens() > 1)) return undefined_value;
  const double squares = f.sum([](double frequency) { return frequency * frequency; });
  return std::sqrt(std::max(0.0, squares / (f.tokens() * f.tokens()) - 1 / f.types()));
}

constexpr Variant variants[] = {
    {"herdan_c", "ln V / ln N", herdan},
    {"maas", "(ln N - ln V) / (ln N)²", maas},
    {"dugast_u", "(ln N)² / (ln N - ln V)", dugast},
    {"summer_s", "ln ln V / ln ln N", summer},
    {"herdan_vm", "√(Σ (frequency / N)² - 1 / V)", vm},
};

}  // namespace

namespace measures {
constinit const Measure herdan_c{
    .id = "herdan_c",
    .family = Family::diversity,
    .use = "",
    .title = "Herdan's C and its relatives",
    .unit = "ratio of logarithms; herdan_vm: share",
    .domain = "N > 1; dugast_u: V < N; summer_s: V > 1 and N > 2",
    .direction = "greater: more diverse; maas and herdan_vm: less",
    .zeros = "types that do not occur do not count",
    .source = "Herdan (1960); Maas (1972); Dugast (1979); Tweedie and Baayen (1998)",
    .example = "tokens=a,b,c,d,d,e,e,f,f,f",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
