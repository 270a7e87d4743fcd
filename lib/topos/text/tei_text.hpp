// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of a TEI document: corrected and regular forms where the original stands beside them, without deletions;
/// notes after the text; running heads as boilerplate. Title, author, date, publisher and language come from its
/// header. Errors: Errc::format.
[[nodiscard]] StructuredText text_of_tei(std::string_view xml, const std::string& path);

}  // namespace topos
