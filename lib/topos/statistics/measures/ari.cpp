// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? 4.71 * c.letters / c.words + 0.5 * c.words / c.sentences - 21.43
                                        : undefined_value;
}

constexpr Variant variants[] = {
    {"ari", "4.71 letters / words + 0.5 words / sentences - 21.43", value},
};

}  // namespace

namespace measures {
constinit const Measure ari{
    .id = "ari",
    .family = Family::readability,
    .use = "",
    .title = "Automated readability index",
    .unit = "years of school",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Senter and Smith (1967)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
