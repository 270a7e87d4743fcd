// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/text/html/content_cleaning.hpp"

namespace topos {

/// The elements that hold the main text among what `cuts` leaves, siblings of each other, in their order; none if the
/// page has no text. Cost: linear.
[[nodiscard]] std::vector<std::uint32_t> find_content_elements(const HtmlTree& tree,
                                                               const std::vector<HtmlNodeFacts>& facts,
                                                               const std::vector<HtmlTextSize>& sizes,
                                                               const HtmlContentTests& tests,
                                                               const std::vector<HtmlCut>& cuts);

}  // namespace topos
