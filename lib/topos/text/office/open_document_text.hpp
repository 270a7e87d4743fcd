// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/text/office/packed_parts.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of an OpenDocument text with all changes accepted. Comments, headers and footers are left out; notes follow
/// the text; a table of contents is boilerplate. Errors: Errc::format.
[[nodiscard]] StructuredText text_of_open_document(const PackedParts& parts, const std::string& path);
/// Whether text_of_open_document needs the part called so.
[[nodiscard]] bool is_open_document_part(std::string_view name);

}  // namespace topos
