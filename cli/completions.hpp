// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace topos::cli {

/// Completion scripts that know every command, subcommand, option and choice of this program.
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace topos::cli
