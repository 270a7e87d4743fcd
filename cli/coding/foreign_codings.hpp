// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace topos::cli {

/// What people coded in brat (.ann, beside its .txt), in WebAnno TSV 3 or in a REFI-QDA project, as a table of spans:
/// `document begin end coder code`, in bytes. Other bytes are returned as they are. Errors: those of reading the text
/// beside an .ann, of packed files and of XML; Errc::table with the line.
[[nodiscard]] std::string codings_table(const std::string& path, std::string bytes);

}  // namespace topos::cli
