// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "declaration.hpp"

namespace topos::cli {

/// Every command, in the order of commands.def.
[[nodiscard]] std::span<const Command* const> commands() noexcept;

/// The command called `name`. Errors: Errc::usage, with the nearest names.
[[nodiscard]] const Command& find_command(std::string_view name);

/// What a command declares, and its work, which holds the targets of its options.
struct Declared {
  std::unique_ptr<Declaration> declaration;
  Run run;
  [[nodiscard]] CommandSpec& spec() const noexcept { return declaration->spec(); }
};
[[nodiscard]] Declared declare(const Command& command);

/// The headings under which help lists commands, in order.
[[nodiscard]] std::span<const std::string_view> command_groups() noexcept;

/// "topos 0.1.0" and, a line each, the versions of the libraries it runs with.
[[nodiscard]] std::string version_text();

/// The command line of this run as far as it can change a result: the command and its options in the order of their
/// names, without those that only say how fast to work, where to write and in which format, and without the inputs,
/// which may be split over processes.
[[nodiscard]] const std::vector<std::string>& invocation() noexcept;
void set_invocation(const CommandSpec& command);

/// The options of this run that name a file which is no input, such as a stop list, and the SHA-256 of each.
/// Errors: those of reading a file.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> invocation_lists();

}  // namespace topos::cli
