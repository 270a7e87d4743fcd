// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// Appends text as XML, fit for elements and for attributes in double quotes: its marks as entities, what XML cannot
/// hold as U+FFFD. Domain: valid UTF-8.
void append_xml(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped_xml(std::string_view text);

}  // namespace topos
