// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"

namespace topos {

/// The book that a file in `path` was written for, all its codes borrowed: the built-in one by its id, else a path
/// relative to the file. A book that is not there is a finding at `where`.   Errors: those of load_codebook.
[[nodiscard]] Codebook borrowed_book(const std::string& named, const std::string& path, const Location& where,
                                     Findings& findings);

}  // namespace topos
