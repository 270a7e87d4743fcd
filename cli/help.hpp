// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "declaration.hpp"

namespace topos::cli {

/// What --help prints for a command: usage, options under their headings, subcommands, examples; at most `width`
/// columns.
[[nodiscard]] std::string help_text(const CommandSpec& command, int width);

/// All commands under their headings.
[[nodiscard]] std::string overview_text(int width);

/// The ten lines that `topos` alone prints.
[[nodiscard]] std::string short_help();

}  // namespace topos::cli
