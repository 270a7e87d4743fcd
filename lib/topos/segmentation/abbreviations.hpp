// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos {

/// Whether a sentence break after `left` is none, because `left` ends in a known abbreviation or in a single capital with a
/// period (method.md T4).
/// Domain: `left` is UTF-16 that ends in the last character of the segment, white space removed; `language` a primary subtag.
[[nodiscard]] bool ends_in_abbreviation(std::u16string_view left, std::string_view language) noexcept;

}  // namespace topos
