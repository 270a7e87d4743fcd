// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "options.hpp"

namespace topos::cli {

/// What a command has to say about its run: 0 done, 1 a check that was asked for failed, 2 partial result.
using Status = int;

/// Does the work of a command whose options have been read; its errors are thrown as topos::Error.
using Run = std::function<Status()>;

/// A subcommand: `declare` adds its options and returns what is to be run once they are read. It opens no file and does
/// no work.
struct Command {
  std::string_view name;
  std::string_view group;     ///< heading under which `topos help` lists it
  std::string_view summary;   ///< one line, no full stop
  std::string_view examples;  ///< one command line a line, shown by --help
  Run (*declare)(Options& options);
};

#define TOPOS_COMMAND(id) extern const Command id##_command;
#include "commands.def"
#undef TOPOS_COMMAND

}  // namespace topos::cli
