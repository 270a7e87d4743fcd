// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/base/io.hpp"
#include "topos/base/suggest.hpp"
#include "topos/report/versions.hpp"

namespace topos::cli {
namespace {

constexpr std::array all = {
#define TOPOS_COMMAND(id) &id##_command,
#include "commands.def"
#undef TOPOS_COMMAND
};

constexpr std::array<std::string_view, 6> groups = {"Core",      "Corpus and codebook", "Statistics",
                                                    "Discourse", "Human coding",        "Program"};

constexpr std::array<std::string_view, 12> without_effect = {
    "--jobs",   "--output",     "--format",    "--color", "--quiet",   "--provenance",
    "--digits", "--files-from", "--fail-fast", "--truth", "--partial", "--max-memory"};

constexpr std::size_t largest_list = std::size_t{1} << 30;

std::vector<std::string>& words_of_run() {
  static std::vector<std::string> words;
  return words;
}

std::vector<std::pair<std::string, std::string>>& lists_of_run() {
  static std::vector<std::pair<std::string, std::string>> lists;
  return lists;
}

}  // namespace

std::span<const Command* const> commands() noexcept { return all; }

std::span<const std::string_view> command_groups() noexcept { return groups; }

const Command& find_command(std::string_view name) {
  std::vector<std::string> known;
  for (const Command* command : all) {
    if (command->name == name) return *command;
    known.emplace_back(command->name);
  }
  std::string hint = did_you_mean(name, known);
  if (hint.empty()) hint = "'topos help' lists the commands";
  throw Error(Errc::usage, "there is no command '" + printable(name) + "'", {}, std::move(hint));
}

Declared declare(const Command& command) {
  Declared declared{std::make_unique<Declaration>(std::string(command.name), command.summary, command.examples), {}};
  declared.run = command.declare(*declared.declaration);
  return declared;
}

std::string version_text() {
  std::string text;
  for (const auto& [name, version] : library_versions()) text += name + ' ' + version + '\n';
  return text;
}

const std::vector<std::string>& invocation() noexcept { return words_of_run(); }

void set_invocation(const CommandSpec& command) {
  std::vector<const OptionSpec*> given;
  for (const OptionSpec& option : command.options)
    if (!option.given.empty() &&
        std::find(without_effect.begin(), without_effect.end(), option.name()) == without_effect.end())
      given.push_back(&option);
  std::sort(given.begin(), given.end(), [](const auto* a, const auto* b) { return a->name() < b->name(); });
  std::vector<std::string>& words = words_of_run();
  words = {command.name};
  lists_of_run().clear();
  for (const OptionSpec* option : given) {
    if (option->value == "FILE")
      for (const std::string& path : option->given) lists_of_run().emplace_back(option->name(), path);
    // Paths of documents may differ from part to part.
    if (option->name() == "--reference") words.push_back(option->name() + '=' + option->value);
    if (option->name() == "--reference") continue;
    if (option->kind == OptionSpec::Kind::flag) words.push_back(option->name());
    if (option->kind == OptionSpec::Kind::flag) continue;
    const std::size_t first = option->kind == OptionSpec::Kind::list ? 0 : option->given.size() - 1;
    for (std::size_t i = first; i < option->given.size(); ++i) words.push_back(option->name() + '=' + option->given[i]);
  }
}

std::vector<std::pair<std::string, std::string>> invocation_lists() {
  std::vector<std::pair<std::string, std::string>> lists = lists_of_run();
  for (auto& [option, path] : lists) {
    if (path == "-")
      throw Error(Errc::usage, option + " cannot be standard input where parts are merged", {}, "name a file");
    path = sha256(InputStream(path).read_all(largest_list));
  }
  return lists;
}

}  // namespace topos::cli
