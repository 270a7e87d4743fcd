// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/diagnostic.hpp"
#include "topos/codebook/toml.hpp"

namespace topos {

/// One TOML file of a book.
struct SourceFile {
  std::string path;
  TomlValue root;
};

/// The files of a book in reading order: included files first, depth first, the book itself last.
struct Sources {
  std::vector<SourceFile> files;
  std::string checksum;  ///< SHA-256 of the book's bytes followed by its includes' in reading order
};

/// Reads a book and what it includes; `table` ("codebook" or "claims") is where the list `include` stands. A file that
/// is included twice is read once. Errors: Errc::missing, Errc::io and Errc::too_large for the book itself; what is
/// wrong with included files is a finding.
[[nodiscard]] Sources read_sources(const std::string& path, std::string_view table, Findings& findings);

/// The same for a book in memory, which may not include files.
[[nodiscard]] Sources sources_in_memory(std::string_view text, const std::string& path, std::string_view table,
                                        Findings& findings);

/// Whether it is a claims file and no codebook.
[[nodiscard]] bool is_claims_file(const Sources& sources);
/// Whether it is a case file.
[[nodiscard]] bool is_case_file(const Sources& sources);

}  // namespace topos
