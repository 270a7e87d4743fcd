// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "command.hpp"

namespace topos::cli {

/// A subcommand of `codebook`; see Command.
struct CodebookSubcommand {
  std::string_view name;
  std::string_view summary;  ///< one line, no full stop
  Run (*declare)(Options& options);
};

#define TOPOS_SUBCOMMAND(id) extern const CodebookSubcommand codebook_##id;
#include "commands/codebook/subcommands.def"
#undef TOPOS_SUBCOMMAND

}  // namespace topos::cli
