// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/text/html/node_facts.hpp"
#include "topos/text/html/tree.hpp"

namespace topos {

/// Why a node of a page is not part of its main text.
enum class HtmlCut : std::uint8_t { none, unseen, unlikely, byline, outside, furniture };
/// What lists of regions show as the cue; empty for none.
[[nodiscard]] std::string_view cue_of(HtmlCut cut) noexcept;

/// For each node whether it belongs to what the page is about, by the method of Mozilla's Readability: paragraphs give
/// points, for their length and their commas, to the elements around them; the element with most points that does not
/// consist of links is the text, with siblings that look like it; what is in it but looks like furniture is cut. Where
/// little is left, the tests that cut most are dropped one by one. Cost: linear in the page, for each of at most four
/// attempts.
[[nodiscard]] std::vector<HtmlCut> find_main_content(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts);

}  // namespace topos
