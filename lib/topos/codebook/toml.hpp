// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/error.hpp"

namespace topos {

struct TomlMember;

/// A value of a TOML file with its place.
struct TomlValue {
  enum class Kind : std::uint8_t { string, integer, real, boolean, date, array, table };
  Kind kind = Kind::table;
  std::string text;   ///< of a string
  double number = 0;  ///< of an integer or real
  std::int64_t integer = 0;
  bool boolean = false;
  std::vector<TomlValue> items;     ///< of an array
  std::vector<TomlMember> members;  ///< of a table, in file order
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t quotes = 0;  ///< of a string: quotation marks before its first character

  /// The member called `key`, or null.
  [[nodiscard]] const TomlMember* find(std::string_view key) const noexcept;
  [[nodiscard]] bool is(Kind wanted) const noexcept { return kind == wanted; }
};

/// A key and its value.
struct TomlMember {
  std::string key;
  TomlValue value;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// "a string", "an array" …
[[nodiscard]] std::string_view kind_name(TomlValue::Kind kind) noexcept;

/// Parses TOML 1.0; a byte order mark and CRLF are fine.
/// Errors: Errc::codebook with line and column; for a repeated key also the line of the first; for nesting, keys or
/// numbers of values past what a codebook can need.
[[nodiscard]] TomlValue parse_toml(std::string_view text, const std::string& path);

/// Throws Errc::codebook if `text` nests brackets or dotted keys too deeply, or holds too many values, for a parser
/// that recurses. Cost: one pass without memory.
void check_toml_limits(std::string_view text, const std::string& path);

}  // namespace topos
