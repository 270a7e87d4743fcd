// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of an HTML page with its blocks and what it says of itself. Unless `whole`, what is not its main text
/// becomes boilerplate; scripts and what browsers do not show are left out in any case. Domain: valid UTF-8. Cost:
/// linear.
[[nodiscard]] StructuredText read_html_page(std::string_view page, bool whole);

}  // namespace topos
