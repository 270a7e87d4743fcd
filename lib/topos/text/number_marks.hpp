// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace topos {

/// A line of nothing but a page's number: "12", "- 12 -", "12/30", "Page 12 of 30", or its and the
/// document's ("06-53005 35").
[[nodiscard]] bool is_page_number(std::string_view line) noexcept;

/// Bytes of "[12] " at the start of `text`, or 0.
[[nodiscard]] std::size_t bracket_number(std::string_view text) noexcept;

/// A section number and what follows it.
struct NumberedText {
  std::string_view number;  ///< "2.1" of "2.1. Trade"; "IV" of "IV. Trade"; empty without one
  std::string_view title;
};
/// Domain: `text` without Markdown marks at its beginning.
[[nodiscard]] NumberedText split_number(std::string_view text) noexcept;

/// Whether `text` holds a day and a year in digits.
[[nodiscard]] bool has_full_date(std::string_view text) noexcept;
[[nodiscard]] bool has_year(std::string_view text) noexcept;

}  // namespace topos
