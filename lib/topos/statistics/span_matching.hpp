// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "topos/statistics/agreement.hpp"

namespace topos {

/// When two spans of one code count as the same.
struct SpanRule {
  bool exact = false;  ///< equal begins and ends
  double share = 0;    ///< else: the least that they share of what both cover; 0: they share something
};

/// The most pairs that can be made of spans of two lists so that each pair fits the rule and no span is in two.
/// Domain: begin < end in every span.   Cost: linear in pairs that overlap, for each span that has to be moved.
/// Errors: Errc::too_large, if more than ten million pairs overlap.
[[nodiscard]] std::size_t matched_spans(std::span<const CodedSpan> first, std::span<const CodedSpan> second,
                                        SpanRule rule);

}  // namespace topos
