// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/detectors/citation_markers.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// The citation markers of a sentence, whose years and numbers are no dates and quantities of the text.
class SentenceCitations {
 public:
  /// `text` must outlive it.
  SentenceCitations(std::string_view text, ByteSpan sentence) : text_(text), sentence_(sentence) {}

  /// Whether a byte of the sentence stands in one. Cost: logarithmic; linear in the sentence for the first.
  [[nodiscard]] bool hold(std::uint32_t byte) {
    if (!std::exchange(searched_, true)) find_citation_markers(text_, sentence_, markers_);
    const auto behind = std::partition_point(markers_.begin(), markers_.end(),
                                             [&](const CitationMarker& one) { return one.span.end <= byte; });
    return behind != markers_.end() && behind->span.begin <= byte;
  }

 private:
  std::string_view text_;
  ByteSpan sentence_;
  bool searched_ = false;
  std::vector<CitationMarker> markers_;
};

}  // namespace topos
