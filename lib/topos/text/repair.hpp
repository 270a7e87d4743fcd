// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/text/blocks.hpp"

namespace topos {

/// Joins a body block to the one before it if that one has at least 20 words and does not end as a sentence does: a
/// page end has cut the paragraph (method.md T3). A page number between the two is joined with them, because a region
/// holds one stretch of text. List items begin anew. Thai and Lao mark no sentence ends: nothing is joined there.
/// Returns how many joins were made.
std::size_t repair_paragraphs(std::string_view text, std::vector<Block>& blocks);

}  // namespace topos
