// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? 5.88 * c.letters / c.words - 29.6 * c.sentences / c.words - 15.8
                                        : undefined_value;
}

constexpr Variant variants[] = {
    {"coleman_liau", "5.88 letters / words - 29.6 sentences / words - 15.8", value},
};

}  // namespace

namespace measures {
constinit const Measure coleman_liau{
    .id = "coleman_liau",
    .family = Family::readability,
    .use = "",
    .title = "Coleman-Liau index",
    .unit = "years of school",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Coleman and Liau (1975)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
