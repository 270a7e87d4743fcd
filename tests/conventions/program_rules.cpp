// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <regex>
#include <set>

#include "program.hpp"
#include "rules.hpp"

namespace fs = std::filesystem;

namespace topos::conventions {
namespace {

using cli::CommandSpec;
using cli::OptionSpec;

void for_each_spec(const CommandSpec& command, const std::function<void(const CommandSpec&)>& visit) {
  visit(command);
  for (const CommandSpec* child : command.subcommands) for_each_spec(*child, visit);
}

/// Long names after "Fl -" and short ones after "Fl ": those that a page documents, from its tagged lists.
std::set<std::string> options_of_page(const std::string& page) {
  std::set<std::string> names;
  const std::regex item("\n\\.It Fl ([^\n]*)");
  const std::regex name("(?:^|Fl )(-?[A-Za-z][A-Za-z-]*)");
  for (std::sregex_iterator at(page.begin(), page.end(), item), end; at != end; ++at) {
    const std::string line = (*at)[1];
    for (std::sregex_iterator word(line.begin(), line.end(), name); word != end; ++word)
      names.insert('-' + (*word)[1].str());
  }
  return names;
}

std::set<std::string> options_of_command(const CommandSpec& command) {
  std::set<std::string> names;
  for_each_spec(command, [&](const CommandSpec& spec) {
    for (const OptionSpec& option : spec.options)
      for (const std::string& name : {option.short_name, option.long_name})
        if (!name.empty()) names.insert(name);
  });
  return names;
}

}  // namespace

Complaints command_pages(const fs::path& root) {
  Complaints complaints;
  for (const cli::Command* command : cli::commands()) {
    const std::string name(command->name);
    if (files_below(root / "tests/cli" / name, {""}).empty()) complaints.push_back(name + " has no golden case");
    const fs::path path = root / "man" / ("topos-" + name + ".1");
    if (!fs::exists(path)) {
      complaints.push_back(name + " has no manual page");
      continue;
    }
    const cli::Declared answer = cli::declare(*command);
    const std::set<std::string> declared = options_of_command(answer.spec());
    std::set<std::string> documented = options_of_page(slurp(path));
    documented.erase("-h");
    documented.erase("--help");
    for (const std::string& option : declared)
      if (!documented.contains(option)) complaints.push_back("topos-" + name + "(1) lacks " + option);
    for (const std::string& option : documented)
      if (!declared.contains(option))
        complaints.push_back("topos-" + name + "(1) has " + option + ", which the program does not know");
  }
  return complaints;
}

Complaints unique_options() {
  Complaints complaints;
  std::set<std::string> names;
  for (const cli::Command* command : cli::commands()) {
    if (!names.insert(std::string(command->name)).second)
      complaints.push_back("two commands are called " + std::string(command->name));
    const cli::Declared declared = cli::declare(*command);
    for_each_spec(declared.spec(), [&](const CommandSpec& spec) {
      std::set<std::string> options{"-h", "--help"};
      for (const OptionSpec& option : spec.options)
        for (const std::string& name : {option.short_name, option.long_name})
          if (!name.empty() && !options.insert(name).second)
            complaints.push_back(spec.name + " declares " + name + " twice");
    });
  }
  return complaints;
}

}  // namespace topos::conventions
