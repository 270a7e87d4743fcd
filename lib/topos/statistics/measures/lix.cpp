// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? c.words / c.sentences + 100 * c.long_words / c.words : undefined_value;
}

constexpr Variant variants[] = {
    {"lix", "words / sentences + 100 long_words / words", value},
};

}  // namespace

namespace measures {
constinit const Measure lix{
    .id = "lix",
    .family = Family::readability,
    .use = "",
    .title = "LIX",
    .unit = "points, mostly 20 to 60",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Björnsson (1968)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
