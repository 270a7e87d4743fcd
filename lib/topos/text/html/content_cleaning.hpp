// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/text/html/main_content.hpp"
#include "topos/text/html/node_facts.hpp"
#include "topos/text/html/text_sums.hpp"

namespace topos {

/// Which tests an attempt at finding the main text makes; they are dropped one by one where little text is left.
struct HtmlContentTests {
  bool unlikely = true;   ///< leave out elements that are named like furniture
  bool names = true;      ///< let class and id count
  bool furniture = true;  ///< cut what looks like furniture by what stands in it
};

/// Cuts from what `cuts` leaves inside `elements`: footers and asides, buttons to share, and tables, lists, forms and
/// divisions that consist of links, fields, images or items rather than sentences.   Cost: linear.
void cut_furniture(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts,
                   const std::vector<HtmlTextSize>& sizes, const HtmlContentTests& tests,
                   const std::vector<std::uint32_t>& elements, std::vector<HtmlCut>& cuts);

/// Marks node `i` and all inside it that is not marked yet.
void cut_node(const HtmlTree& tree, std::uint32_t i, HtmlCut why, std::vector<HtmlCut>& cuts);

}  // namespace topos
