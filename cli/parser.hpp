// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "declaration.hpp"

namespace topos::cli {

/// What the words after a command's name came to.
struct Parsed {
  CommandSpec* command = nullptr;  ///< the command itself, or the subcommand that was typed
  bool help = false;               ///< --help was given: nothing is stored
};

/// Reads `words` by what `command` declares and stores the values in the command's targets.
/// Options may stand before and after operands; all words after "--" are operands.
/// Errors: Errc::usage, with the nearest names as its hint.
[[nodiscard]] Parsed parse(CommandSpec& command, std::vector<std::string> words);

}  // namespace topos::cli
