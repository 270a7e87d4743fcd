// SPDX-License-Identifier: Apache-2.0
#include "completions.hpp"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "comma_list.hpp"
#include "declaration.hpp"
#include "program.hpp"

namespace topos::cli {
namespace {

/// Calls `visit` for every command and then for each of its subcommands.
void for_each_command(const std::function<void(const CommandSpec&)>& visit) {
  for (const Command* command : commands()) {
    const Declared declared = declare(*command);
    visit(declared.spec());
    for (const CommandSpec* child : declared.spec().subcommands) visit(*child);
  }
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command* command : commands()) names.emplace_back(command->name);
  return names;
}

/// What may stand where a word begins: options, subcommands, and for `help` the commands.
std::vector<std::string> words_of(const CommandSpec& command) {
  std::vector<std::string> words;
  if (command.name == "help") words = command_names();
  if (command.name == "completion") words = {"bash", "zsh", "fish"};
  for (const CommandSpec* child : command.subcommands) words.push_back(child->own_name());
  for (const OptionSpec& option : command.options) {
    if (!option.short_name.empty()) words.push_back(option.short_name);
    if (!option.long_name.empty()) words.push_back(option.long_name);
  }
  words.emplace_back("--help");
  return words;
}

/// `text` in single quotes, for any of the three shells.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

/// `text` for a specification of zsh's _arguments, where brackets and colons have a meaning.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const OptionSpec& option, const std::string& name) {
  std::string spec = option.kind == OptionSpec::Kind::list ? "*" : "";
  spec += name + '[' + zsh_text(option.help) + ']';
  if (!option.choices.empty()) return spec + ":value:(" + joined(option.choices, " ") + ')';
  if (!option.value.empty()) spec += ':' + zsh_text(option.value) + ":_files";
  return spec;
}

}  // namespace

std::string bash_completion() {
  std::string values;
  std::string words;
  for_each_command([&](const CommandSpec& command) {
    for (const OptionSpec& option : command.options) {
      if (option.value.empty()) continue;
      const std::string answer =
          option.choices.empty()
              ? "COMPREPLY=($(compgen -f -- \"$current\"))"
              : "COMPREPLY=($(compgen -W " + quoted(joined(option.choices, " ")) + " -- \"$current\"))";
      for (const std::string& name : {option.short_name, option.long_name})
        if (!name.empty()) values += "    " + quoted(command.name + ' ' + name) + ") " + answer + "; return ;;\n";
    }
    words += "    " + quoted(command.name) + ") words=" + quoted(joined(words_of(command), " ")) + " ;;\n";
  });
  std::string subcommands;
  for_each_command([&](const CommandSpec& command) {
    if (command.name.find(' ') != std::string::npos)
      subcommands += (subcommands.empty() ? "" : "|") + quoted(command.name);
  });
  std::string text =
      "# bash completion for topos\n"
      "_topos() {\n"
      "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" "
      "command=\"${COMP_WORDS[1]}\" words=''\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W " +
      quoted(joined(command_names(), " ") + " --help --version") + " -- \"$current\"))\n    return\n  fi\n";
  if (!subcommands.empty())
    text += "  if [ \"$COMP_CWORD\" -gt 2 ]; then\n    case \"$command ${COMP_WORDS[2]}\" in\n    " + subcommands +
            ") command=\"$command ${COMP_WORDS[2]}\" ;;\n    esac\n  fi\n";
  if (!values.empty()) text += "  case \"$command $previous\" in\n" + values + "  esac\n";
  text += "  case \"$command\" in\n" + words + "  esac\n";
  return text +
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "}\n"
         "complete -o default -F _topos topos\n";
}

std::string zsh_completion() {
  std::string text = "#compdef topos\n_topos() {\n  local -a commands\n  commands=(\n";
  for (const Command* command : commands())
    text += "    " + quoted(std::string(command->name) + ':' + zsh_text(command->summary)) + '\n';
  text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  shift words\n  (( "
      "CURRENT-- ))\n  case $words[1] in\n";
  for (const Command* command : commands()) {
    const Declared declared = declare(*command);
    const CommandSpec& spec = declared.spec();
    text += "  " + spec.name + ")\n";
    std::vector<std::string> children;
    for (const CommandSpec* child : spec.subcommands) children.push_back(child->own_name());
    if (!children.empty())
      text += "    if (( CURRENT == 2 )); then\n      _values subcommand " + joined(children, " ") +
              "\n      return\n    fi\n    shift words\n    (( CURRENT-- ))\n    case $words[1] in\n";
    const auto arguments = [&](const CommandSpec& target, const std::string& indent) {
      text += indent + "_arguments -s \\\n";
      for (const OptionSpec& option : target.options)
        for (const std::string& name : {option.short_name, option.long_name})
          if (!name.empty()) text += indent + "  " + quoted(zsh_option(option, name)) + " \\\n";
      text += indent + "  '--help[Print help]' \\\n" + indent + "  ";
      if (target.name == "help")
        text += quoted("*:command:(" + joined(command_names(), " ") + ')');
      else if (target.name == "completion")
        text += "'1:shell:(bash zsh fish)'";
      else
        text += "'*:file:_files'";
      text += '\n';
    };
    if (children.empty()) arguments(spec, "    ");
    for (const CommandSpec* child : spec.subcommands) {
      text += "    " + child->own_name() + ")\n";
      arguments(*child, "      ");
      text += "      ;;\n";
    }
    if (!children.empty()) text += "    esac\n";
    text += "    ;;\n";
  }
  return text + "  esac\n}\n_topos \"$@\"\n";
}

std::string fish_completion() {
  std::string text =
      "# fish completion for topos\ncomplete -c topos -n __fish_use_subcommand -l version -d 'Print versions'\n";
  for_each_command([&](const CommandSpec& command) {
    const std::size_t space = command.name.find(' ');
    const std::string parent = command.name.substr(0, space);
    const std::string line = "complete -c topos -n ";
    std::string condition = "'__fish_seen_subcommand_from " + parent + '\'';
    if (space == std::string::npos) {
      text += line + "__fish_use_subcommand -a " + command.name + " -d " + quoted(command.summary) + '\n';
    } else {
      const std::string child = command.name.substr(space + 1);
      text += line + condition + " -a " + child + " -d " + quoted(command.summary) + '\n';
      condition = "'__fish_seen_subcommand_from " + parent + "; and __fish_seen_subcommand_from " + child + '\'';
    }
    if (command.name == "help") text += line + condition + " -f -a " + quoted(joined(command_names(), " ")) + '\n';
    if (command.name == "completion") text += line + condition + " -f -a 'bash zsh fish'\n";
    for (const OptionSpec& option : command.options) {
      text += line + condition;
      if (!option.short_name.empty()) text += " -s " + option.short_name.substr(1);
      if (!option.long_name.empty()) text += " -l " + option.long_name.substr(2);
      if (!option.value.empty())
        text += option.choices.empty() ? " -r" : " -x -a " + quoted(joined(option.choices, " "));
      text += " -d " + quoted(option.help) + '\n';
    }
  });
  return text;
}

}  // namespace topos::cli
