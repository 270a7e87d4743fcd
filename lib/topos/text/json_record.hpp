// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"

namespace topos {

/// One line of raw JSON Lines as a document.
struct JsonRecord {
  std::string text;
  std::optional<std::string> id;
  std::optional<std::string> language;
  std::vector<std::pair<std::string, std::string>> metadata;  ///< other fields that are strings, numbers, true or false
};

/// Reads a line that is one JSON object. Strings keep their value, numbers and booleans their JSON text, null is
/// absent; objects and arrays are checked and left out, but the members of the object `metadata` count as fields.
/// Errors: Errc::json at `where`, also for a missing text, a repeated key, a lone surrogate, a number outside double,
/// nesting over 256.
[[nodiscard]] JsonRecord read_json_record(std::string line, std::string_view text_field, std::string_view id_field,
                                          const Location& where);

/// What tells the lines of a record stream apart; empty if absent, or if the line is not a JSON object.
struct JsonLabel {
  std::string type;
  std::string id;
};
/// Errors: none; a line that is not JSON has an empty label. Cost: one pass, without unescaping the text.
[[nodiscard]] JsonLabel json_label(std::string& line, std::string_view id_field);

/// The `id` of json_label, found without parsing what stands behind it where nothing but plain members stands before
/// it. Of a line that is not JSON it may be what stands where its id would.
[[nodiscard]] std::string json_id(std::string& line, std::string_view id_field);

/// The value of `text_field` as it stands in `line` between its quotes, found without parsing: nothing, if other
/// members than strings stand before it, or if it holds other escapes than those of line ends, tabs, quotes and
/// slashes. Domain: `line` is UTF-8, as readers hand it on. Cost: less than one instruction a byte.
[[nodiscard]] std::optional<std::string_view> plain_json_text(std::string_view line, std::string_view text_field);

/// Whether `line` is one well-formed JSON object.
[[nodiscard]] bool is_json_object(std::string_view line);

}  // namespace topos
