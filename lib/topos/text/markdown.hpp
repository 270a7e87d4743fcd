// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// What a line is to Markdown (CommonMark 0.30 with tables), seen by itself.
enum class MarkdownLine : std::uint8_t { text, heading, underline, item, table, fence, image, comment, rule };

/// Domain: `line` is trimmed and not empty.
[[nodiscard]] MarkdownLine markdown_line(std::string_view line) noexcept;

/// 1 to 6 for a line like "## Title", else 0.
[[nodiscard]] std::uint8_t hash_heading_level(std::string_view line) noexcept;

/// Whether the whole of a trimmed line or block stands in emphasis (`*…*`, `**…**`, `_…_`).
[[nodiscard]] bool is_emphasised(std::string_view block) noexcept;

/// A list item's mark at the start of `line`: its bytes with the spaces after it, or 0.
[[nodiscard]] std::size_t item_mark(std::string_view line) noexcept;

/// Whether a line holds no letter or digit ("---", "* * *", "•").
[[nodiscard]] bool is_ornament(std::string_view line) noexcept;

}  // namespace topos
