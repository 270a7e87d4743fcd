// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/text/office/packed_parts.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of an EPUB book: its chapters in the order in which they are to be read, without its navigation. Errors:
/// Errc::format.
[[nodiscard]] StructuredText text_of_book(const PackedParts& parts, const InputOptions& options,
                                          const std::string& path, const NoteSink& notes);

}  // namespace topos
