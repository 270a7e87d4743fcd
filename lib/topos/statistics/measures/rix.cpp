// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? c.long_words / c.sentences : undefined_value;
}

constexpr Variant variants[] = {
    {"rix", "long_words / sentences", value},
};

}  // namespace

namespace measures {
constinit const Measure rix{
    .id = "rix",
    .family = Family::readability,
    .use = "",
    .title = "RIX",
    .unit = "long words per sentence",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Anderson (1983)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
