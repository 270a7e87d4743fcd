// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/text/pdf/pages.hpp"

namespace topos {

enum class PdfLineKind : std::uint8_t { text, running_head, page_number };

/// For each line of each block of each page whether it is text: lines near the top or the foot of a page that recur on
/// others but for their numbers are running heads, and numbers there are page numbers.   Cost: linear in the lines.
[[nodiscard]] std::vector<std::vector<std::vector<PdfLineKind>>> find_running_lines(const PdfPages& pages);

}  // namespace topos
