// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

#include <memory>

#include "command.hpp"
#include "parser.hpp"
#include "program.hpp"
#include "terminal.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

namespace topos::cli {
namespace {

std::string topic_text(std::vector<std::string> topic) {
  const Declared declared = declare(find_command(topic.front()));
  topic.erase(topic.begin());
  topic.emplace_back("--help");
  const Parsed parsed = parse(declared.spec(), topic);
  const std::string page = parsed.command->name.substr(0, parsed.command->name.find(' '));
  return help_text(*parsed.command, terminal_width(1)) + "\nSee topos-" + page + "(1).\n";
}

Status run(const std::vector<std::string>& topic) {
  OutputStream out;
  out.write(topic.empty() ? overview_text(terminal_width(1)) : topic_text(topic));
  out.close();
  return 0;
}

Run declare_help(Options& options) {
  auto topic = std::make_shared<std::vector<std::string>>();
  options.operands(*topic, "COMMAND", "Command to tell about; all of them if none is named");
  return [topic] { return run(*topic); };
}

}  // namespace

const Command help_command{.name = "help",
                           .group = "Program",
                           .summary = "list the commands, or tell about one",
                           .examples = "topos help\ntopos help count",
                           .declare = declare_help};

}  // namespace topos::cli
