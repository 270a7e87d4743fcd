// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words
                                        : undefined_value;
}

constexpr Variant variants[] = {
    {"flesch", "206.835 - 1.015 words / sentences - 84.6 syllables / words", value},
};

}  // namespace

namespace measures {
constinit const Measure flesch{
    .id = "flesch",
    .family = Family::readability,
    .use = "",
    .title = "Flesch reading ease",
    .unit = "points, mostly 0 to 100",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: easier; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Flesch (1948)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
