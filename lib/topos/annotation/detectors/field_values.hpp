// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/annotation/detectors/finding.hpp"

namespace topos {

/// A text, or null if it is empty.
[[nodiscard]] inline FindingValue text_or_null(std::string_view text) {
  return text.empty() ? FindingValue() : FindingValue(std::string(text));
}

}  // namespace topos
