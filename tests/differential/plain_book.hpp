// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos::test {

/// The final hits of a book, written from grammar.md 4 to 8 without regard to cost: every search is walked from every
/// unit, every list is made whole. In no order.
[[nodiscard]] std::vector<Match> plainly_evaluate(const CompiledBook& book, const Document& document,
                                                  const Segmentation& segmentation, const Vocabulary& vocabulary);

}  // namespace topos::test
