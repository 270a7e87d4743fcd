// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words)
                                        : undefined_value;
}

constexpr Variant variants[] = {
    {"fog", "0.4 (words / sentences + 100 complex_words / words)", value},
};

}  // namespace

namespace measures {
constinit const Measure fog{
    .id = "fog",
    .family = Family::readability,
    .use = "",
    .title = "Gunning fog index",
    .unit = "years of school",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "Gunning (1952)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
