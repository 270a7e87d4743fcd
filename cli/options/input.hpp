// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options.hpp"
#include "topos/text/input.hpp"

namespace topos::cli {

/// What is read and how: the operands, and the options of contract section "Inputs".
struct InputGroup {
  InputOptions options;

  void declare(Options& target);
  /// What the library needs, from what was typed. Standard input if nothing is named.
  /// Errors: Errc::usage, if a date, size or combination is not one.
  [[nodiscard]] InputOptions finish() const;
  /// Whether one of these fields tells a time and file names give it (W15).
  [[nodiscard]] bool times_from_names(const std::vector<std::string>& fields) const;
  /// Whether nothing is named and standard input is a terminal: a command then prints its short help and ends with
  /// status 2.
  [[nodiscard]] bool nothing_to_read() const;

 private:
  std::vector<std::string> cuts_;
  std::string layout_ = "auto";
  std::string paragraphs_ = "auto";
  std::string html_ = "main";
  std::string max_expand_ = "2G";
};

}  // namespace topos::cli
