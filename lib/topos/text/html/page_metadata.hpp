// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/text/html/tree.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {

/// Sets title, author, date, site and url of `text` and its language, from JSON-LD, meta tags, microdata and the page's
/// own title, in this order.
void read_page_metadata(const HtmlTree& tree, StructuredText& text);

/// What a JSON-LD script says of an article: fields as above. Nothing if it is not JSON or speaks of something else.
[[nodiscard]] Metadata read_json_ld(std::string_view script);

}  // namespace topos
