// SPDX-License-Identifier: Apache-2.0
#include "completions.hpp"

#include <memory>

#include "command.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

struct Choice {
  std::vector<std::string> shells;
  std::string path;
};

Status run(const Choice& choice) {
  const std::vector<std::string>& shells = choice.shells;
  const std::vector<std::string> known = {"bash", "zsh", "fish"};
  if (shells.size() != 1) throw Error(Errc::usage, "'completion' needs one shell: bash, zsh or fish");
  const std::string& shell = shells.front();
  std::string text;
  if (shell == "bash")
    text = bash_completion();
  else if (shell == "zsh")
    text = zsh_completion();
  else if (shell == "fish")
    text = fish_completion();
  else
    throw Error(Errc::usage, "there is no completion for '" + printable(shell) + "', only for bash, zsh and fish", {},
                did_you_mean(shell, known));
  OutputStream out(choice.path);
  out.write(text);
  out.close();
  return 0;
}

Run declare_completion(Options& options) {
  auto choice = std::make_shared<Choice>();
  options.operands(choice->shells, "SHELL", "bash, zsh or fish");
  options.text("-o,--output", choice->path, "FILE", "Write to FILE, whole or not at all");
  return [choice] { return run(*choice); };
}

}  // namespace

const Command completion_command{.name = "completion",
                                 .group = "Program",
                                 .summary = "print a completion script for a shell",
                                 .examples = "topos completion bash > ~/.local/share/bash-completion/completions/topos",
                                 .declare = declare_completion};

}  // namespace topos::cli
