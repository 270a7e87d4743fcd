// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"
#include "topos/statistics/span_matching.hpp"

namespace topos {
namespace {

double f1_of(std::span<const CodedSpan> first, std::span<const CodedSpan> second, SpanRule rule) {
  if (first.empty() && second.empty()) return undefined_value;
  const auto matches = static_cast<double>(matched_spans(first, second, rule));
  return 2 * matches / static_cast<double>(first.size() + second.size());
}

double exact(std::span<const CodedSpan> first, std::span<const CodedSpan> second) {
  return f1_of(first, second, {.exact = true});
}

double overlap(std::span<const CodedSpan> first, std::span<const CodedSpan> second) { return f1_of(first, second, {}); }

double half(std::span<const CodedSpan> first, std::span<const CodedSpan> second) {
  return f1_of(first, second, {.share = 0.5});
}

constexpr Variant variants[] = {
    {"span_f1", "2 matches / (spans of both), equal begin, end and code; each span once, most matches", exact},
    {"span_f1_overlap", "as span_f1, spans of one code that share something", overlap},
    {"span_f1_iou", "as span_f1, spans of one code that share half of what both cover", half},
};

}  // namespace

namespace measures {
constinit const Measure span_f1{
    .id = "span_f1",
    .family = Family::agreement,
    .use = "",
    .title = "F1 of matched spans",
    .unit = "share, 0 to 1",
    .domain = "a span in either list",
    .direction = "1 all spans matched, 0 none",
    .zeros = "undefined if both lists are empty",
    .source = "Tjong Kim Sang and De Meulder (2003) for exact spans; Jaccard (1912) for the share in common",
    .example = "first=0-10,20-30 second=0-10,22-31",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
