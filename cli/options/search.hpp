// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "options.hpp"

namespace topos::cli {

/// What to look for: -c, -e, -f, --codes.
struct SearchGroup {
  std::vector<std::string> codebooks;
  std::vector<std::string> expressions;
  std::vector<std::string> expression_files;
  std::vector<std::string> codes;
  std::vector<std::string> skipped;

  void declare(Options& options);
  /// Only --skip-pattern: for commands whose counts can be read back without a pattern.
  void declare_skipping(Options& options);
  /// Whether neither a codebook nor an expression was named: the built-in codebook is meant.
  [[nodiscard]] bool uses_built_in() const noexcept;
  /// The expressions of -e, then those of the -f files, one a line, empty lines left out.
  /// Errors: those of InputStream; Errc::encoding, if a file is not UTF-8.
  [[nodiscard]] std::vector<std::string> all_expressions() const;
  /// The globs of --codes, commas split: "frame.*", "-frame.cooperation".
  [[nodiscard]] std::vector<std::string> code_globs() const;
  /// The ids of --skip-pattern, commas split.
  [[nodiscard]] std::vector<std::string> skipped_patterns() const;
};

}  // namespace topos::cli
