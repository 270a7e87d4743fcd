// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/coincidences.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

template <AlphaMetric metric>
double value(const Ratings& ratings) {
  return krippendorff_alpha(ratings, metric);
}

constexpr Variant variants[] = {
    {"krippendorff_alpha", "1 - observed / expected disagreement, nominal: 1 for each two different values",
     value<AlphaMetric::nominal>},
    {"krippendorff_alpha_ordinal", "as krippendorff_alpha, squared number of ranks between the values",
     value<AlphaMetric::ordinal>},
    {"krippendorff_alpha_interval", "as krippendorff_alpha, (a - b)²", value<AlphaMetric::interval>},
    {"krippendorff_alpha_ratio", "as krippendorff_alpha, ((a - b) / (a + b))²", value<AlphaMetric::ratio>},
};

}  // namespace

namespace measures {
constinit const Measure krippendorff_alpha{
    .id = "krippendorff_alpha",
    .family = Family::agreement,
    .use = "",
    .title = "Krippendorff's alpha",
    .unit = "share above chance, at most 1",
    .domain = "units with two values or more, more than one value among them; ratio: values >= 0",
    .direction = "1 always the same, 0 as by chance, below 0: less",
    .zeros = "a value that was not given is left out, as is a unit with one value",
    .source = "Krippendorff (2011); Hayes and Krippendorff (2007)",
    .example = "units=11.1,2232,3333,3333,2222,1234,4444,1121,2222,.555,..11,..3.",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
