// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <memory>
#include <string>

#include "command.hpp"
#include "commands/codebook/subcommand.hpp"

namespace topos::cli {
namespace {

constexpr const CodebookSubcommand* all[] = {
#define TOPOS_SUBCOMMAND(id) &codebook_##id,
#include "commands/codebook/subcommands.def"
#undef TOPOS_SUBCOMMAND
};

struct Choice {
  std::string chosen;
  std::map<std::string, Run, std::less<>> runs;
};

Run declare(Options& options) {
  auto choice = std::make_shared<Choice>();
  for (const CodebookSubcommand* one : all)
    choice->runs.emplace(one->name, one->declare(options.subcommand(one->name, one->summary, choice->chosen)));
  return [choice] { return choice->runs.at(choice->chosen)(); };
}

}  // namespace

const Command codebook_command{.name = "codebook",
                               .group = "Corpus and codebook",
                               .summary = "Check, test, explain and compare codebooks",
                               .examples =
                                   "topos codebook init mine.toml\n"
                                   "topos codebook lint mine.toml && topos codebook test mine.toml\n"
                                   "topos codebook explain 'The hedge fund kept hedging.' --code frame.hedging",
                               .declare = declare};

}  // namespace topos::cli
