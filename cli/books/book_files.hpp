// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/formats/book_format.hpp"

namespace topos::cli {

/// Names of the formats of codebooks of other programs.
[[nodiscard]] std::vector<std::string> format_names();

/// The format called `name`, else the one that `path` ends like. Errors: Errc::usage, naming `option`, if neither
/// tells.
[[nodiscard]] const BookFormat& chosen_format(const std::string& name, const std::string& path,
                                              std::string_view option);

/// Errors: Errc::usage, if both are one file.
void refuse_same_file(const std::string& output, const std::string& input);

}  // namespace topos::cli
