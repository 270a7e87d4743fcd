// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topos {

/// Appends `text` as a JSON string with its quotes (RFC 8259): quotes, backslashes and control characters escaped, the
/// rest as it is. An invalid UTF-8 byte becomes U+FFFD, so that the output is always JSON. Cost: linear; plain text is
/// copied in runs.
void append_json_string(std::string& out, std::string_view text);

/// The most bytes that `size` bytes of text can take as a JSON string with its quotes.
[[nodiscard]] constexpr std::size_t longest_json(std::size_t size) noexcept { return 6 * size + 32; }

/// Writes what append_json_string appends to `at`, and returns the end of it.
/// Domain: longest_json(text.size()) bytes of room.
char* put_json_string(char* at, std::string_view text) noexcept;

/// Appends a number as number_text writes it; `null` for NaN and infinities.
void append_json_number(std::string& out, double value, int digits = -1);

/// `text` as a JSON string.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace topos
