// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/diagnostic.hpp"
#include "topos/codebook/toml.hpp"

namespace topos {

/// Typed access to the keys of one table; what does not fit becomes a finding.
class Fields {
 public:
  /// Reports every key that is not in `known`. `owner`: code id for the findings, or empty; `what` names the table in
  /// messages.
  Fields(const TomlValue& table, const std::string& path, std::string owner, std::string_view what,
         std::span<const std::string_view> known, Findings& findings);

  /// The text of `key`; empty if it is absent or no string.
  [[nodiscard]] std::string text(std::string_view key) const;
  /// The same; a finding if it is absent or blank.
  [[nodiscard]] std::string required_text(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key, bool otherwise) const;
  [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t otherwise) const;
  /// Finite and not negative.
  [[nodiscard]] double weight(std::string_view key, double otherwise) const;
  /// The strings of an array; null or those that are strings.
  [[nodiscard]] std::vector<const TomlValue*> strings(std::string_view key) const;
  /// The value of `key` if it has the kind wanted, or null; a finding if it has another.
  [[nodiscard]] const TomlValue* value(std::string_view key, TomlValue::Kind kind) const;

  [[nodiscard]] bool has(std::string_view key) const noexcept { return table_.find(key) != nullptr; }
  [[nodiscard]] Location place(const TomlValue& value) const { return {path_, value.line, value.column}; }
  /// Where the key stands, or the table if there is none.
  [[nodiscard]] Location place_of(std::string_view key) const;
  void report(std::string message, Location where, std::string hint = {}) const;

 private:
  const TomlValue& table_;
  const std::string& path_;
  std::string owner_;
  std::string_view what_;
  Findings& findings_;
};

/// `names` as strings, for suggestions.
[[nodiscard]] std::vector<std::string> to_strings(std::span<const std::string_view> names);

}  // namespace topos
