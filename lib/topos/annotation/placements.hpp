// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "topos/annotation/places.hpp"

namespace topos {

/// Words and hits, part by part.
struct PartCounts {
  std::vector<double> sizes;
  std::vector<double> counts;
};

/// Where the hits of a run stand: documents added in input order, whose texts are read as one text for each group.
class Placements {
 public:
  struct Text {
    std::uint64_t documents = 0;
    std::uint64_t words = 0;
    std::uint64_t duplicates = 0;      ///< near-duplicates of an earlier document
    std::vector<std::uint64_t> parts;  ///< words of each
  };
  struct Row {
    const Text* text = nullptr;
    std::vector<std::uint64_t> positions;                        ///< words of the text before each hit, ascending
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;  ///< part and hits in it, without those that have none
    bool draft = false;                                          ///< there are hits of patterns that are not validated
  };

  void add(const DocumentPlaces& one, bool duplicate);
  [[nodiscard]] const std::map<RowKey, Row>& rows() const noexcept { return rows_; }

 private:
  std::map<GroupKey, Text> texts_;
  std::map<RowKey, Row> rows_;
};

/// The parts of the row's text, ordered by size and hits, so that the order of the documents makes no difference.
[[nodiscard]] PartCounts counts_by_part(const Placements::Row& row);

/// The row's text cut into `slices` of the same number of words, give or take one, in their order. Some are empty if
/// there are more slices than words. Domain: slices > 0.
[[nodiscard]] PartCounts counts_by_slice(const Placements::Row& row, std::uint64_t slices);

/// The positions of the row's hits, each once.
[[nodiscard]] std::vector<std::uint64_t> distinct_positions(const Placements::Row& row);

}  // namespace topos
