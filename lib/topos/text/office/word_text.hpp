// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/text/office/packed_parts.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of a Word document of 2007 or later as it would be with all changes accepted: no deletions, insertions in.
/// Hidden text, field codes, comments, headers and footers are left out; footnotes and endnotes follow the text.
/// Errors: Errc::format.
[[nodiscard]] StructuredText text_of_word(const PackedParts& parts, const std::string& path);
/// Whether text_of_word needs the part called so.
[[nodiscard]] bool is_word_part(std::string_view name);

}  // namespace topos
