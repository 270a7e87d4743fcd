// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <unordered_map>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(std::span<const std::uint32_t> tokens, const DiversitySettings& s) {
  if (s.window == 0 || tokens.size() < s.window) return undefined_value;
  std::unordered_map<std::uint32_t, std::size_t> counts;
  double types = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ++counts[tokens[i]];
    if (i + 1 < s.window) continue;
    types += static_cast<double>(counts.size());
    const auto leaving = counts.find(tokens[i + 1 - s.window]);
    if (--leaving->second == 0) counts.erase(leaving);
  }
  return types / static_cast<double>(s.window) / static_cast<double>(tokens.size() - s.window + 1);
}

constexpr Variant variants[] = {
    {"mattr", "mean of ttr over all windows of neighbouring tokens", value},
};

}  // namespace

namespace measures {
constinit const Measure mattr{
    .id = "mattr",
    .family = Family::diversity,
    .use = "",
    .title = "Moving-average type-token ratio",
    .unit = "types per token",
    .domain = "at least as many tokens as the window",
    .direction = "greater: more diverse; does not depend on length",
    .zeros = "undefined in shorter texts",
    .source = "Covington and McFall (2010)",
    .example = "tokens=one,one,two,one,one,two,one window=2",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
