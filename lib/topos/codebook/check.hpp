// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"

namespace topos {

/// A codebook with everything that is wrong with it, in reading order: included files first, then by line and column.
struct CheckedCodebook {
  Codebook book;  ///< what could be read; patterns and codes with errors are left out
  std::vector<Diagnostic> findings;
  std::vector<std::string> files;  ///< in reading order
};

/// Throws the first of them that is an error, if one is.
void throw_first_error(const std::vector<Diagnostic>& findings);

/// Puts findings into reading order.
void sort_findings(const std::vector<std::string>& files, std::vector<Diagnostic>& all);

/// Loads a codebook as `load_codebook` does, but collects its errors, one for each pattern or key.
/// Errors: Errc::missing, Errc::io, Errc::too_large for the file itself.
[[nodiscard]] CheckedCodebook check_codebook(const std::string& path);

/// The same for a codebook held in memory.
[[nodiscard]] CheckedCodebook check_codebook_text(std::string_view toml, const std::string& path);

}  // namespace topos
