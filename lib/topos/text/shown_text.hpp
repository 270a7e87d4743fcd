// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topos {

/// `text` with runs of white space made one space, cut at a character after `most` bytes with an ellipsis behind it.
[[nodiscard]] std::string shown_text(std::string_view text, std::size_t most = 2000);

}  // namespace topos
