// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace topos {

/// The value of what is not defined; an empty cell in tables.
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Shortest text that reads back as the same double; never localised, never in exponent form below 1e15.
/// With `digits` >= 0: at most that many digits after the point, rounded to nearest even, without trailing zeros.
/// Domain: any; NaN and infinities give an empty string.
[[nodiscard]] std::string number_text(double value, int digits = -1);

/// The whole of `text` as a number, or nothing.
[[nodiscard]] std::optional<double> parse_number(std::string_view text) noexcept;
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text) noexcept;

}  // namespace topos
