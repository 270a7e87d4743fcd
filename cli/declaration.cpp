// SPDX-License-Identifier: Apache-2.0
#include "declaration.hpp"

#include <algorithm>
#include <utility>

#include "comma_list.hpp"
#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

Error out_of_range(const std::string& option, std::string_view kind, const std::string& least, const std::string& most,
                   const std::string& given) {
  return {Errc::usage, option + " needs a " + std::string(kind) + " from " + least + " to " + most + ", not '" +
                           printable(given) + "'"};
}

}  // namespace

Declaration::Declaration(std::string name, std::string_view summary, std::string_view examples) {
  spec_.name = std::move(name);
  spec_.summary = summary;
  spec_.examples = examples;
}

void Declaration::section(std::string_view title) { section_ = title; }

OptionSpec& Declaration::add(OptionSpec::Kind kind, std::string_view names, std::string_view value,
                             std::string_view help) {
  OptionSpec& option = spec_.options.emplace_back();
  option.kind = kind;
  option.section = section_;
  const std::size_t comma = names.find(',');
  if (comma != std::string_view::npos) {
    option.short_name = names.substr(0, comma);
    option.long_name = names.substr(comma + 1);
  } else {
    (names.starts_with("--") ? option.long_name : option.short_name) = names;
  }
  option.value = value;
  option.help = help;
  return option;
}

void Declaration::flag(std::string_view names, bool& target, std::string_view help) {
  add(OptionSpec::Kind::flag, names, "", help).store = [&target](const auto&) { target = true; };
}

void Declaration::text(std::string_view names, std::string& target, std::string_view value, std::string_view help) {
  OptionSpec& option = add(OptionSpec::Kind::text, names, value, help);
  option.initial = target;
  option.store = [&target](const auto& values) { target = values.back(); };
}

void Declaration::list(std::string_view names, std::vector<std::string>& target, std::string_view value,
                       std::string_view help) {
  add(OptionSpec::Kind::list, names, value, help).store = [&target](const auto& values) { target = values; };
}

void Declaration::list_with_unit(std::string_view names, std::vector<std::string>& target, std::string_view value,
                                 std::vector<std::string> units, std::string_view help) {
  list(names, target, value, help);
  spec_.options.back().units = std::move(units);
}

void Declaration::number(std::string_view names, std::int64_t& target, std::int64_t least, std::int64_t most,
                         std::string_view help) {
  OptionSpec& option = add(OptionSpec::Kind::number, names, "N", help);
  if (target >= least && target <= most) option.initial = std::to_string(target);
  option.store = [&target, least, most, name = option.name()](const auto& values) {
    const auto value = parse_integer(values.back());
    if (!value || *value < least || *value > most)
      throw out_of_range(name, "whole number", std::to_string(least), std::to_string(most), values.back());
    target = *value;
  };
}

void Declaration::real(std::string_view names, double& target, double least, double most, std::string_view help) {
  OptionSpec& option = add(OptionSpec::Kind::number, names, "X", help);
  if (target >= least && target <= most) option.initial = number_text(target);
  option.store = [&target, least, most, name = option.name()](const auto& values) {
    const auto value = parse_number(values.back());
    if (!value || *value < least || *value > most)
      throw out_of_range(name, "number", number_text(least), number_text(most), values.back());
    target = *value;
  };
}

void Declaration::choice(std::string_view names, std::string& target, std::vector<std::string> choices,
                         std::string_view help) {
  OptionSpec& option = add(OptionSpec::Kind::choice, names, "", help);
  option.initial = target;
  option.choices = std::move(choices);
  for (const std::string& word : option.choices) option.value += (option.value.empty() ? "" : "|") + word;
  option.store = [&target, name = option.name(), known = option.choices](const auto& values) {
    const std::string& value = values.back();
    if (std::find(known.begin(), known.end(), value) == known.end())
      throw Error(Errc::usage, name + " knows " + joined(known, ", ") + ", not '" + printable(value) + "'", {},
                  did_you_mean(value, known));
    target = value;
  };
}

void Declaration::operands(std::vector<std::string>& target, std::string_view value, std::string_view help) {
  spec_.operand = value;
  spec_.operand_help = help;
  spec_.operand_target = &target;
}

Options& Declaration::subcommand(std::string_view name, std::string_view summary, std::string& chosen) {
  auto& child =
      subcommands_.emplace_back(std::make_unique<Declaration>(spec_.name + ' ' + std::string(name), summary, ""));
  child->spec_.choose = [&chosen, word = std::string(name)] { chosen = word; };
  spec_.subcommands.push_back(&child->spec_);
  return *child;
}

}  // namespace topos::cli
