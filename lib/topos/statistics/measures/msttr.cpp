// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(std::span<const std::uint32_t> tokens, const DiversitySettings& s) {
  if (s.window == 0 || tokens.size() < s.window) return undefined_value;
  const std::size_t segments = tokens.size() / s.window;
  double types = 0;
  for (std::size_t segment = 0; segment < segments; ++segment)
    types += FrequencySpectrum::of_tokens(tokens.subspan(segment * s.window, s.window)).types();
  return types / static_cast<double>(segments * s.window);
}

constexpr Variant variants[] = {
    {"msttr", "mean of ttr over whole segments one after the other; the rest is left out", value},
};

}  // namespace

namespace measures {
constinit const Measure msttr{
    .id = "msttr",
    .family = Family::diversity,
    .use = "",
    .title = "Mean segmental type-token ratio",
    .unit = "types per token",
    .domain = "at least as many tokens as the window",
    .direction = "greater: more diverse; does not depend on length",
    .zeros = "undefined in shorter texts",
    .source = "Johnson (1944)",
    .example = "tokens=one,one,two,one,one,two,one window=2",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
