// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const DetectionCounts& c) {
  return defined_or_nan(2 * c.true_positive / (2 * c.true_positive + c.false_positive + c.false_negative));
}

double precision(const DetectionCounts& c) {
  return defined_or_nan(c.true_positive / (c.true_positive + c.false_positive));
}

double recall(const DetectionCounts& c) {
  return defined_or_nan(c.true_positive / (c.true_positive + c.false_negative));
}

constexpr Variant variants[] = {
    {"f1", "2 TP / (2 TP + FP + FN)", value},
    {"precision", "TP / (TP + FP)", precision},
    {"recall", "TP / (TP + FN)", recall},
};

}  // namespace

namespace measures {
constinit const Measure f1{
    .id = "f1",
    .family = Family::agreement,
    .use = "",
    .title = "F1, precision and recall",
    .unit = "share, 0 to 1",
    .domain = "f1: something found or to be found; precision: something found; recall: something to be found",
    .direction = "1 all right, 0 nothing right",
    .zeros = "undefined where the domain is left",
    .source = "van Rijsbergen (1979)",
    .example = "true_positive=8 false_positive=2 false_negative=4",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
