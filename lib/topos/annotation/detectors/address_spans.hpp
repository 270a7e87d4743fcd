// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "topos/annotation/addresses.hpp"

namespace topos {

/// The URLs and e-mail addresses of a text, in which detectors find no dates and numbers (method.md T9).
class AddressSpans {
 public:
  explicit AddressSpans(std::string_view text) { find_addresses(text, spans_); }

  /// Whether a span begins in one. Cost: logarithmic.
  [[nodiscard]] bool hold(ByteSpan span) const {
    const auto behind = std::partition_point(spans_.begin(), spans_.end(), [&](ByteSpan one) { return one.end <= span.begin; });
    return behind != spans_.end() && behind->begin <= span.begin;
  }

 private:
  std::vector<ByteSpan> spans_;
};

}  // namespace topos
