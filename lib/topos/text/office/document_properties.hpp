// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/structured_text.hpp"

namespace topos {

/// Takes title, author, language, publisher, keywords and the days of making and changing from the Dublin Core of an
/// office document or book. The day on which a file was made is not that of its text: the fields are `created` and
/// `modified`. Errors: Errc::format.
void read_document_properties(std::string_view xml, const std::string& path, StructuredText& text);

}  // namespace topos
