// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// How many letters and digits a word has; marks above and below letters are none of their own.
/// Domain: valid UTF-8.
[[nodiscard]] std::uint32_t letters_of(std::string_view word) noexcept;

/// How many syllables an English word most likely has, at least one: groups of vowels, without silent e and endings,
/// two where vowels such as ia and eo are mostly spoken apart. Domain: lower case. Words of other languages, and
/// digits, get a number that means nothing.
[[nodiscard]] std::uint32_t english_syllables(std::string_view word) noexcept;

}  // namespace topos
