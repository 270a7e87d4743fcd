// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "program.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t indent = 26;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Appends `words`, wrapped, in a column that begins at `indent`; the text stands at column `at` now.
void wrap(std::string& out, std::string_view words, std::size_t at, std::size_t width) {
  if (at + 1 >= indent) out += '\n', at = 0;
  out.append(indent - at, ' ');
  at = indent;
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, space);
    words.remove_prefix(std::min(space + 1, words.size()));
    if (at > indent && at + 1 + characters(word) > width) {
      out += '\n' + std::string(indent, ' ');
      at = indent;
    } else if (at > indent) {
      out += ' ';
      ++at;
    }
    out += word;
    at += characters(word);
  }
  out += '\n';
}

void item(std::string& out, const std::string& term, const std::string& text, std::size_t width) {
  out += "  " + term;
  wrap(out, text, 2 + characters(term), width);
}

std::string option_term(const OptionSpec& option) {
  std::string term = option.short_name.empty() ? "    " : option.short_name;
  if (!option.long_name.empty()) term += (option.short_name.empty() ? "" : ", ") + option.long_name;
  if (!option.value.empty()) term += ' ' + option.value;
  return term;
}

std::string option_text(const OptionSpec& option) {
  std::string text = option.help;
  if (!option.initial.empty()) text += " [" + option.initial + ']';
  if (option.kind == OptionSpec::Kind::list) text += " (may be repeated)";
  return text;
}

void options(std::string& out, const CommandSpec& command, std::size_t width) {
  std::vector<std::string> sections;
  for (const OptionSpec& option : command.options)
    if (std::find(sections.begin(), sections.end(), option.section) == sections.end())
      sections.push_back(option.section);
  for (const std::string& section : sections) {
    out += '\n' + section + ":\n";
    for (const OptionSpec& option : command.options)
      if (option.section == section) item(out, option_term(option), option_text(option), width);
  }
  out += '\n';
  item(out, "-h, --help", "Print this help", width);
}

}  // namespace

std::string help_text(const CommandSpec& command, int columns) {
  const std::size_t width = static_cast<std::size_t>(std::clamp(columns, 50, 100));
  std::string out = "topos " + command.name + ": " + command.summary + "\n\nUsage: topos " + command.name;
  out += command.subcommands.empty() ? (command.options.empty() ? "" : " [option]…") : " SUBCOMMAND";
  if (!command.operand.empty()) out += " [" + command.operand + "]…";
  out += '\n';
  if (!command.operand.empty()) out += '\n', item(out, command.operand, command.operand_help, width);
  if (!command.subcommands.empty()) out += "\nSubcommands:\n";
  for (const CommandSpec* child : command.subcommands)
    item(out, child->name.substr(child->name.rfind(' ') + 1), child->summary, width);
  options(out, command, width);
  if (command.examples.empty()) return out;
  out += "\nExamples:\n";
  std::string_view rest = command.examples;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out += "  " + std::string(rest.substr(0, end)) + '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string overview_text(int columns) {
  const std::size_t width = static_cast<std::size_t>(std::clamp(columns, 50, 100));
  std::string out =
      "topos: corpus-assisted discourse analysis of policy texts\n\nUsage: topos COMMAND [option]… [FILE]…\n";
  for (const std::string_view group : command_groups()) {
    std::string lines;
    for (const Command* command : commands())
      if (command->group == group) item(lines, std::string(command->name), std::string(command->summary), width);
    if (!lines.empty()) out += '\n' + std::string(group) + ":\n" + lines;
  }
  return out + "\n'topos COMMAND --help' tells more about a command, 'topos --version' which version this is.\n";
}

std::string short_help() {
  return "topos: corpus-assisted discourse analysis of policy texts\n"
         "\n"
         "Usage: topos COMMAND [option]… [FILE]…\n"
         "\n"
         "  topos count speeches/                     count the codes of the built-in codebook\n"
         "  topos kwic -e 'multipolar*' speeches/     show every place where a pattern matches\n"
         "\n"
         "FILE is a file, a folder, a glob, or - for standard input.\n"
         "'topos help' lists the commands, 'topos COMMAND --help' tells about one,\n"
         "and 'topos doctor' shows what topos finds on this machine.\n";
}

}  // namespace topos::cli
