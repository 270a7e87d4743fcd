// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <unordered_set>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

enum class End { below, at_or_below, below_from_ten };

template <typename Iterator>
double factors(Iterator token, Iterator end, double threshold, End rule) {
  double factors = 0;
  double ratio = 1;
  std::unordered_set<std::uint32_t> types;
  double size = 0;
  for (; token != end; ++token) {
    types.insert(*token);
    ratio = static_cast<double>(types.size()) / ++size;
    const bool ends = rule == End::at_or_below ? ratio <= threshold : ratio < threshold;
    if (!ends || (rule == End::below_from_ten && size < 10)) continue;
    ++factors;
    types.clear();
    size = 0;
    ratio = 1;
  }
  return factors + (1 - ratio) / (1 - threshold);
}

double both_directions(std::span<const std::uint32_t> tokens, double threshold, End rule) {
  if (tokens.empty() || !(threshold > 0 && threshold < 1)) return undefined_value;
  const double forward = factors(tokens.begin(), tokens.end(), threshold, rule);
  const double backward = factors(tokens.rbegin(), tokens.rend(), threshold, rule);
  const double n = static_cast<double>(tokens.size());
  return defined_or_nan((n / forward + n / backward) / 2);
}

double below(std::span<const std::uint32_t> tokens, const DiversitySettings& s) {
  return both_directions(tokens, s.threshold, End::below);
}

double inclusive(std::span<const std::uint32_t> tokens, const DiversitySettings& s) {
  return both_directions(tokens, s.threshold, End::at_or_below);
}

double long_factors(std::span<const std::uint32_t> tokens, const DiversitySettings& s) {
  return both_directions(tokens, s.threshold, End::below_from_ten);
}

constexpr Variant variants[] = {
    {"mtld", "N / factors, a factor ends when ttr < threshold, the rest counts in part; mean of both directions",
     below},
    {"mtld_inclusive", "as mtld, a factor ends when ttr <= threshold", inclusive},
    {"mtld_min10", "as mtld, a factor has at least ten tokens", long_factors},
};

}  // namespace

namespace measures {
constinit const Measure mtld{
    .id = "mtld",
    .family = Family::diversity,
    .use = "",
    .title = "Measure of textual lexical diversity",
    .unit = "tokens",
    .domain = "a type repeated; 0 < threshold < 1",
    .direction = "greater: more diverse",
    .zeros = "undefined if no type is repeated",
    .source = "McCarthy and Jarvis (2010)",
    .example = "tokens=a,b,a,b,a,c,d,e,f,a,b,c",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
