// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59
                                        : undefined_value;
}

constexpr Variant variants[] = {
    {"flesch_kincaid", "0.39 words / sentences + 11.8 syllables / words - 15.59", value},
};

}  // namespace

namespace measures {
constinit const Measure flesch_kincaid{
    .id = "flesch_kincaid",
    .family = Family::readability,
    .use = "",
    .title = "Flesch-Kincaid grade level",
    .unit = "years of school",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Kincaid, Fishburne, Rogers and Chissom (1975)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
