// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/date_mentions.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// A number that counts or measures something (method.md B7).
struct Quantity {
  ByteSpan span;                ///< from the hedge to the noun
  std::optional<double> value;  ///< nothing for "several", "dozens"
  std::optional<double> high;   ///< upper end of a range
  ByteSpan hedge;               ///< "nearly", "more than"; empty without one
  std::string unit;             ///< "percent", "USD", "km", "times", "share"; empty without one
  ByteSpan noun;                ///< what is counted; empty if nothing is named
};

/// Appends the quantities of one English sentence in text order. Dates, citations, section and list numbers, and digits
/// inside names are none. `dates`: those of the sentence. Cost: linear.
void find_quantities(const DetectorInput& input, const Sentence& sentence, SentenceDates& dates,
                     std::vector<Quantity>& out);

}  // namespace topos
