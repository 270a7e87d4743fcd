// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topos {

/// Whether `bytes` are UTF-8 without overlong forms, surrogates or code points above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// `bytes` without a character at its end that more bytes may complete.
[[nodiscard]] std::string_view without_cut_character(std::string_view bytes) noexcept;

/// What a run over bytes that should be UTF-8 met.
struct Utf8Count {
  std::size_t multibyte = 0;  ///< valid sequences of two bytes or more
  std::size_t invalid_bytes = 0;
  std::size_t invalid_parts = 0;  ///< maximal subparts, each replaced by one U+FFFD (Unicode 3.9, table 3-7)
  std::size_t first_invalid = 0;  ///< offset of the first of them
};

/// Counts without changing anything. Cost: linear.
[[nodiscard]] Utf8Count count_utf8(std::string_view bytes) noexcept;

/// `bytes` with each maximal invalid part replaced by U+FFFD; adds to `count`, where `offset` is that of bytes[0].
/// With `more` to come, an incomplete sequence at the end is left out and its length returned in `held`.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view bytes, Utf8Count& count, std::size_t offset = 0,
                                               bool more = false, std::size_t* held = nullptr);

/// Appends the UTF-8 form of `point`. Domain: a code point that is no surrogate.
void append_utf8(std::string& out, char32_t point);

}  // namespace topos
