// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/hit_lists.hpp"
#include "topos/matching/match.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// Brings the hits of a document, which come code by code, into the order in which they are handed over.
class TextOrder {
 public:
  /// Fills `out` with the hits of wanted codes, ordered by first byte ascending, last byte descending, code id.
  void sort(const CompiledBook& book, const Segmentation& text, const HitLists& hits, std::vector<Match>& out);

 private:
  std::vector<std::uint32_t> next_;  ///< by sentence, where its next hit goes
};

}  // namespace topos
