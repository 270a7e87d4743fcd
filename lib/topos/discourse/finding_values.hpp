// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "topos/annotation/detectors/finding.hpp"

namespace topos {

/// The value of a finding's field, or null if it has none of that name.
[[nodiscard]] inline const FindingValue* find_field(const Finding& finding, std::string_view name) noexcept {
  for (const auto& [field, value] : finding.fields)
    if (field == name) return &value;
  return nullptr;
}

/// The text of a finding's field, a whole number written out; empty if it has none.
[[nodiscard]] inline std::string field_text(const Finding& finding, std::string_view name) {
  const FindingValue* value = find_field(finding, name);
  if (value == nullptr) return {};
  if (const auto* number = std::get_if<std::int64_t>(value)) return std::to_string(*number);
  const auto* text = std::get_if<std::string>(value);
  return text == nullptr ? std::string() : *text;
}

/// The texts of a finding's field; empty if it has none.
[[nodiscard]] inline std::vector<std::string> field_texts(const Finding& finding, std::string_view name) {
  const FindingValue* value = find_field(finding, name);
  const auto* texts = value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
  return texts == nullptr ? std::vector<std::string>() : *texts;
}

}  // namespace topos
