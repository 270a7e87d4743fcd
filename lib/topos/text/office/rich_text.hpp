// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of an RTF file with changes accepted. Headers, footers, comments, field codes and pictures are left out;
/// notes follow the text. Errors: Errc::format.   Cost: linear.
[[nodiscard]] StructuredText text_of_rich_text(std::string_view rtf, const std::string& path);

}  // namespace topos
