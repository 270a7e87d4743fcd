// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace topos::cli {

/// Whether the descriptor (0, 1 or 2) is a terminal.
[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// Columns of the terminal on `descriptor`, else those of $COLUMNS, else 100; never fewer than 20.
[[nodiscard]] int terminal_width(int descriptor);

/// Whether what goes to `descriptor` is coloured: `when` is auto, always or never; auto is a terminal without NO_COLOR
/// that is not dumb.
[[nodiscard]] bool wants_colour(int descriptor, const std::string& when);

}  // namespace topos::cli
