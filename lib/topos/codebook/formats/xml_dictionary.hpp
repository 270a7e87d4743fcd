// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/codebook/formats/book_format.hpp"

namespace topos {

/// Whether a file begins as XML does.
[[nodiscard]] bool is_xml(std::string_view bytes);

/// Reads the XML of Yoshikoder, which Lexicoder shares: `cnode` is a category, `pnode` a term.
/// Errors: those of parse_xml; Errc::codebook with the line for another XML.
[[nodiscard]] BookDraft read_xml_dictionary(std::string_view bytes, const ImportOptions& options, Losses& losses);

}  // namespace topos
