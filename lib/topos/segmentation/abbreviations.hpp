// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace topos {

/// The most UTF-16 units of a known abbreviation, its period among them.
inline constexpr std::size_t longest_abbreviation = 7;

/// Whether a sentence break after `left` is none, because `left` ends in a known abbreviation or in a single capital
/// with a period (method.md T4). Domain: `left` is UTF-16 that ends in the last character of the segment, white space
/// removed; `language` a primary subtag.
[[nodiscard]] bool ends_in_abbreviation(std::u16string_view left, std::string_view language) noexcept;

/// Whether a word of letters of ASCII with a period behind it may be an abbreviation of some language: refuses most at
/// one look. Domain: 0 < letters.
[[nodiscard]] bool may_be_abbreviation(std::string_view letters) noexcept;

}  // namespace topos
