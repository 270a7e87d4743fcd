// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "topos/annotation/query_run.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What hits are spread over: a group's share of a document, of one of its sections, or of a paragraph.
enum class PartKind : std::uint8_t { document, section, paragraph };

/// Where the hits of one document stand; made by a worker.
struct DocumentPlaces {
  static constexpr std::uint32_t no_part = ~std::uint32_t{0};
  struct Group {
    GroupKey values;
    std::uint64_t words = 0;
  };
  /// Parts without words are none.
  struct Part {
    std::uint32_t group = 0;
    std::uint64_t words = 0;
  };
  struct Place {
    std::uint64_t position = 0;    ///< words of the group's text in this document that stand before the hit
    std::uint32_t part = no_part;  ///< index into parts
  };
  struct Row {
    RowKey key;
    std::uint32_t group = 0;    ///< of the text that the hits stand in
    std::vector<Place> places;  ///< in text order
  };
  std::vector<Group> groups;
  std::vector<Part> parts;
  std::vector<Row> rows;
  bool draft = false;  ///< the patterns of its language are not validated
};

/// Finds the places of all hits that a query takes. A hit stands at the first word that ends behind its first byte.
/// Domain: `cut` is the segmentation of the document.   Cost: linear in tokens, logarithmic for each hit.
[[nodiscard]] DocumentPlaces places_of_document(QueryRun& run, const AnnotatedDocument& annotated,
                                                const Segmentation& cut, PartKind parts);

}  // namespace topos
