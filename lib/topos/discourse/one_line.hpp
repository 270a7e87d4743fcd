// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// A sentence as it is shown in a cell: runs of white space made one space, and cut, with an ellipsis, at a character
/// after 2000 bytes.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace topos
