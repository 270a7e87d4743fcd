// SPDX-License-Identifier: Apache-2.0
#include "parser.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

// CLI11 splits operands of the form "[a,b]" and lets "--name=" take the next word. A mark at the end of such words,
// removed again from every value, keeps them whole.
constexpr char mark = '\x01';

std::string protect(std::string word) {
  const bool option_with_nothing = word.starts_with("--") && word.ends_with('=');
  if (option_with_nothing || word.ends_with(']') || word.ends_with(mark)) word += mark;
  return word;
}

std::string restore(std::string word) {
  if (word.ends_with(mark)) word.pop_back();
  return word;
}

std::vector<std::string> restored(std::vector<std::string> words) {
  for (std::string& word : words) word = restore(std::move(word));
  return words;
}

/// Makes one word of "--per 100 sentences", for options whose number may be followed by a unit.
void join_units(const CommandSpec& command, std::vector<std::string>& words) {
  for (const OptionSpec& option : command.options) {
    const auto is_unit = [&](const std::string& word) {
      return std::find(option.units.begin(), option.units.end(), word) != option.units.end();
    };
    for (std::size_t i = 0; i + 1 < words.size() && words[i] != "--"; ++i) {
      const bool joined = words[i].starts_with(option.long_name + '=');
      const std::size_t number = words[i] == option.long_name ? i + 1 : i;
      if (option.units.empty() || (!joined && number == i) || number + 1 >= words.size() || !is_unit(words[number + 1]))
        continue;
      const std::string value = joined ? words[i].substr(option.long_name.size() + 1) : words[number];
      if (!parse_integer(value)) continue;
      words[number] += ' ' + words[number + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(number) + 1);
    }
  }
}

Error usage(const CommandSpec& command, const std::string& message, std::string hint = {}) {
  if (hint.empty()) hint = "see 'topos " + command.name + " --help'";
  return {Errc::usage, message, {}, std::move(hint)};
}

CommandSpec& choose_subcommand(CommandSpec& command, std::vector<std::string>& words) {
  std::vector<std::string> known;
  for (const CommandSpec* child : command.subcommands) known.push_back(child->own_name());
  if (words.empty()) throw usage(command, "'" + command.name + "' needs a subcommand");
  const auto found = std::find(known.begin(), known.end(), words.front());
  if (found == known.end())
    throw usage(command, "'" + command.name + "' has no subcommand '" + printable(words.front()) + "'",
                did_you_mean(words.front(), known));
  CommandSpec& child = *command.subcommands[static_cast<std::size_t>(found - known.begin())];
  words.erase(words.begin());
  child.choose();
  return child;
}

std::vector<std::string> option_names(const CommandSpec& command) {
  std::vector<std::string> names{"--help"};
  for (const OptionSpec& option : command.options) names.push_back(option.name());
  return names;
}

Error unknown_word(const CommandSpec& command, const std::string& word) {
  if (word.size() < 2 || word[0] != '-')
    return usage(command, "'" + command.name + "' takes no operand '" + printable(word) + "'");
  const std::string name = word.substr(0, word.find('='));
  return usage(command, "'" + command.name + "' has no option '" + printable(name) + "'",
               did_you_mean(name, option_names(command)));
}

/// CLI11 says that some option has a value too few, which can only be the last word, or that a flag was given one.
Error wrong_arity(const CommandSpec& command, const std::vector<std::string>& words) {
  for (const std::string& word : words)
    for (const OptionSpec& option : command.options)
      if (option.kind == OptionSpec::Kind::flag && !option.long_name.empty() &&
          word.starts_with(option.long_name + '='))
        return usage(command, option.long_name + " takes no value");
  return usage(command, printable(words.back()) + " needs a value");
}

CLI::Option* declare(CLI::App& app, const OptionSpec& option) {
  std::string names = option.short_name;
  if (!option.short_name.empty() && !option.long_name.empty()) names += ',';
  names += option.long_name;
  if (option.kind == OptionSpec::Kind::flag) return app.add_flag(names)->disable_flag_override();
  CLI::Option* added = app.add_option(names, [](const CLI::results_t&) { return true; });
  added->multi_option_policy(option.kind == OptionSpec::Kind::list ? CLI::MultiOptionPolicy::TakeAll
                                                                   : CLI::MultiOptionPolicy::TakeLast);
  return added;
}

}  // namespace

Parsed parse(CommandSpec& command, std::vector<std::string> words) {
  if (!command.subcommands.empty()) {
    if (!words.empty() && (words.front() == "--help" || words.front() == "-h")) return {&command, true};
    CommandSpec& child = choose_subcommand(command, words);
    return parse(child, std::move(words));
  }
  join_units(command, words);
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const CLI::Option* help = app.add_flag("-h,--help");
  std::vector<CLI::Option*> declared;
  for (const OptionSpec& option : command.options) declared.push_back(declare(app, option));
  CLI::Option* operands = nullptr;
  if (command.operand_target != nullptr)
    operands = app.add_option("operands", [](const CLI::results_t&) { return true; })
                   ->allow_extra_args()
                   ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);

  std::vector<std::string> reversed;
  for (auto word = words.rbegin(); word != words.rend(); ++word) reversed.push_back(protect(*word));
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch&) {
    throw wrong_arity(command, words);
  } catch (const CLI::ParseError& error) {
    throw usage(command, error.what());
  }
  if (help->count() > 0) return {&command, true};
  std::vector<std::string> extras = app.remaining();
  // The double dash itself is handed back with what nothing took.
  if (const auto dashes = std::find(extras.begin(), extras.end(), "--"); dashes != extras.end()) extras.erase(dashes);
  if (!extras.empty()) throw unknown_word(command, restore(extras.front()));
  for (std::size_t i = 0; i < declared.size(); ++i) {
    if (declared[i]->count() == 0) continue;
    OptionSpec& option = command.options[i];
    if (option.kind != OptionSpec::Kind::flag) option.given = restored(declared[i]->results());
    if (option.kind == OptionSpec::Kind::flag) option.given = {"true"};
    option.store(option.given);
  }
  if (operands != nullptr) *command.operand_target = restored(operands->results());
  return {&command, false};
}

}  // namespace topos::cli
