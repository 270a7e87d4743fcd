// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/addresses.hpp"

namespace topos {

/// The URLs and e-mail addresses of a text, in which detectors find no dates and numbers (method.md T9).
class AddressSpans {
 public:
  /// `text` must outlive it.
  explicit AddressSpans(std::string_view text) : text_(text) {}

  /// Whether a span begins in one. Cost: logarithmic; linear in the text for the first.
  [[nodiscard]] bool hold(ByteSpan span) {
    if (!std::exchange(searched_, true)) find_addresses(text_, spans_);
    const auto behind =
        std::partition_point(spans_.begin(), spans_.end(), [&](ByteSpan one) { return one.end <= span.begin; });
    return behind != spans_.end() && behind->begin <= span.begin;
  }

 private:
  std::string_view text_;
  bool searched_ = false;
  std::vector<ByteSpan> spans_;
};

}  // namespace topos
