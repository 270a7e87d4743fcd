// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topos {

/// Columns that `text` takes on a terminal: two for wide East Asian characters and emoji, none for combining marks.
/// Domain: valid UTF-8 without control characters. Source: Unicode Standard Annex #11.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` cut to at most `width` columns, "…" in the place of what was cut at its end, or at its beginning if
/// `at_left`.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width, bool at_left = false);

}  // namespace topos
