// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/hit.hpp"

namespace topos {

/// What a field of --where and --by belongs to.
enum class FieldKind : std::uint8_t {
  document,  ///< `document`, `language`, metadata: restricts or splits words
  place,     ///< `region`, `section`: restricts or splits words
  hit        ///< attributes of hits: never words
};

/// Any name that is no field of a place or a hit is metadata.
[[nodiscard]] FieldKind field_kind(std::string_view field) noexcept;

/// The names that are not metadata, for messages.
[[nodiscard]] const std::vector<std::string>& built_in_fields();

/// The value of a document field, or nothing.
[[nodiscard]] std::optional<std::string_view> document_field(const Document& document, std::string_view field);

/// The value of a place field in region `region`, or nothing.
[[nodiscard]] std::optional<std::string_view> place_field(const Document& document, std::size_t region,
                                                          std::string_view field);

/// The value of a hit's field as text in `scratch`, or nothing if it is unknown.
[[nodiscard]] std::optional<std::string_view> hit_field(const AnnotatedDocument& annotated, const Hit& hit,
                                                        std::string_view field, std::string& scratch);

}  // namespace topos
