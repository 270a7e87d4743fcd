// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const ReadabilityCounts& c) {
  return c.words > 0 && c.sentences > 0 ? 1.0430 * std::sqrt(30 * c.complex_words / c.sentences) + 3.1291
                                        : undefined_value;
}

constexpr Variant variants[] = {
    {"smog", "1.0430 √(30 complex_words / sentences) + 3.1291", value},
};

}  // namespace

namespace measures {
constinit const Measure smog{
    .id = "smog",
    .family = Family::readability,
    .use = "",
    .title = "SMOG grade",
    .unit = "years of school",
    .domain = "words > 0, sentences > 0",
    .direction = "greater: harder; not comparable between languages",
    .zeros = "undefined without words or sentences",
    .source = "McLaughlin (1969)",
    .example = "words=100 sentences=5 syllables=150 letters=470 complex_words=12 long_words=24",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
