// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// The words NAME=VALUE of a measure's input. Each name that is asked for counts as known; `finish` complains of
/// others. Errors: Errc::usage, if a word has no "=", a name stands twice or is missing, or a value is no number.
class InputWords {
 public:
  explicit InputWords(std::string_view text);

  [[nodiscard]] bool has(std::string_view name) const { return words_.contains(name); }
  [[nodiscard]] double number(std::string_view name);
  [[nodiscard]] double number(std::string_view name, double otherwise);
  [[nodiscard]] std::vector<double> numbers(std::string_view name);
  /// Numbers that are whole and from 0 to `most`.
  [[nodiscard]] std::vector<std::uint64_t> whole_numbers(std::string_view name, std::uint64_t most);
  /// The parts between commas; none if the name is missing and `optional`.
  [[nodiscard]] std::vector<std::string_view> parts(std::string_view name, bool optional = false);
  void finish() const;

 private:
  std::map<std::string_view, std::string_view> words_;
  std::map<std::string_view, bool> asked_;
};

/// `text` as a number.   Errors: Errc::usage.
[[nodiscard]] double input_number(std::string_view text);

}  // namespace topos
