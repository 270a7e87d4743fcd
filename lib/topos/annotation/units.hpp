// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/hit.hpp"
#include "topos/annotation/query.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What people read and code one at a time.
enum class UnitKind : std::uint8_t { sentence, paragraph, document };

/// Nothing is called otherwise than "sentence", "paragraph" or "document".
[[nodiscard]] UnitKind unit_kind(std::string_view name) noexcept;
[[nodiscard]] std::string_view to_string(UnitKind kind) noexcept;

/// One of them in a document.
struct TextUnit {
  ByteSpan span;
  std::uint32_t number = 0;  ///< as hits number sentences and paragraphs, from 1; 1 for a document
};

/// The units of a document whose text counts, in text order.
/// Domain: `segmentation` is the document's if sentences are asked for.
[[nodiscard]] std::vector<TextUnit> units_of(const AnnotatedDocument& annotated, const QueryParts& parts,
                                             const Segmentation& segmentation, UnitKind kind);

/// The number of the unit in which a hit begins.
[[nodiscard]] std::uint32_t unit_of(const Hit& hit, UnitKind kind) noexcept;

/// An id that tells a reader nothing and stays the same from run to run: u and 16 hexadecimal digits made of document,
/// kind and span.
[[nodiscard]] std::string blind_unit_id(std::string_view document, UnitKind kind, const TextUnit& unit);

/// The id that a person would write: the document's id, and the unit's number behind a colon if it is not the document.
[[nodiscard]] std::string plain_unit_id(std::string_view document, UnitKind kind, const TextUnit& unit);

}  // namespace topos
