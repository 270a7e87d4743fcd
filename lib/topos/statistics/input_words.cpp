// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/input_words.hpp"

#include <cmath>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

[[noreturn]] void refuse(const std::string& message) { throw Error(Errc::usage, message); }

}  // namespace

double input_number(std::string_view text) {
  const auto number = parse_number(text);
  if (!number) refuse("not a number: " + printable(text));
  return *number;
}

InputWords::InputWords(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) refuse("not of the form NAME=VALUE: " + printable(word));
    if (!words_.emplace(word.substr(0, equals), word.substr(equals + 1)).second)
      refuse("given twice: " + printable(word.substr(0, equals)));
  }
}

std::vector<std::string_view> InputWords::parts(std::string_view name, bool optional) {
  std::vector<std::string_view> parts;
  const auto found = words_.find(name);
  if (found == words_.end()) {
    if (!optional) refuse("missing: " + std::string(name));
    return parts;
  }
  asked_[found->first] = true;
  std::string_view rest = found->second;
  if (rest.empty()) return parts;
  while (true) {
    const std::size_t comma = rest.find(',');
    parts.push_back(rest.substr(0, comma));
    if (comma == std::string_view::npos) return parts;
    rest.remove_prefix(comma + 1);
  }
}

std::vector<double> InputWords::numbers(std::string_view name) {
  std::vector<double> numbers;
  for (const std::string_view part : parts(name)) numbers.push_back(input_number(part));
  return numbers;
}

std::vector<std::uint64_t> InputWords::whole_numbers(std::string_view name, std::uint64_t most) {
  std::vector<std::uint64_t> numbers;
  for (const std::string_view part : parts(name, true)) {
    const auto number = parse_integer(part);
    if (!number || *number < 0 || static_cast<std::uint64_t>(*number) > most)
      refuse("not a whole number in range: " + printable(part));
    numbers.push_back(static_cast<std::uint64_t>(*number));
  }
  return numbers;
}

double InputWords::number(std::string_view name) {
  const std::vector<double> all = numbers(name);
  if (all.size() != 1) refuse("one number is needed: " + std::string(name));
  return all[0];
}

double InputWords::number(std::string_view name, double otherwise) { return has(name) ? number(name) : otherwise; }

void InputWords::finish() const {
  for (const auto& [name, value] : words_)
    if (!asked_.contains(name)) refuse("unknown name: " + printable(name));
}

}  // namespace topos
