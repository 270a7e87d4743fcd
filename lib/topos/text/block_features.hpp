// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "topos/text/blocks.hpp"
#include "topos/text/number_marks.hpp"

namespace topos {

/// Rough number of words: runs of letters and digits; two letters of a script without spaces count as one word.
/// Stops at `limit`.
[[nodiscard]] std::uint32_t rough_words(std::string_view text, std::uint32_t limit) noexcept;

/// Whether `text` ends as a sentence does: `. ! ? : ;` or their like in another script, then closing quotes, brackets,
/// emphasis and a reference mark ("[12]", "¹²").
[[nodiscard]] bool ends_sentence(std::string_view text) noexcept;

/// Whether a line of plain text heads what stands in the lines under it: a section's usual name, "Abstract",
/// "References", or a number and a short title.
[[nodiscard]] bool is_label_line(std::string_view line);

/// `block` without Markdown marks at its ends ("## **2. Trade**" → "2. Trade").
[[nodiscard]] std::string_view without_marks(std::string_view block) noexcept;

/// Whether the words of `text` are the same three or more words said twice ("asian imf talks asian imf talks").
[[nodiscard]] bool is_doubled(std::string_view text) noexcept;

/// Whether any of `marks` stands in `text` twice ("Ports | Analysis | Subscribe").
[[nodiscard]] bool has_mark_twice(std::string_view text, std::initializer_list<std::string_view> marks) noexcept;

/// Whether `text` holds an e-mail address.
[[nodiscard]] bool has_address(std::string_view text) noexcept;

/// Measures every block: words, cues, how it begins and ends.
/// Cost: linear; looks at no more than about 121 words of a block.
void measure_blocks(std::string_view text, std::vector<Block>& blocks);

}  // namespace topos
