// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "command.hpp"
#include "topos/codebook/loss.hpp"

namespace topos::cli {

/// Where a book in another format goes, and what is said of what that loses.
struct LossyOutput {
  std::string path;    ///< empty: standard output
  std::string losses;  ///< table of everything that is not carried over as it was; empty: none
  bool strict = false;

  void declare(Options& options);
  /// Writes the text. Says on standard error what is lost: how much, and the first of what is left out or changed of
  /// `source`. Returns 1 if something is left out and that was to be strict.
  [[nodiscard]] Status write(std::string_view text, const Losses& lost, const std::string& source) const;
};

}  // namespace topos::cli
