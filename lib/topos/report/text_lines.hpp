// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// A text in lines of at most `width` terminal columns, broken at spaces, longer words where they must be; what does
/// not fit into `most` lines is cut, with "…" at its end. Domain: valid UTF-8; width and most at least 1.   Cost:
/// linear in what is shown.
[[nodiscard]] std::vector<std::string> text_lines(std::string_view text, std::size_t width, std::size_t most);

}  // namespace topos
