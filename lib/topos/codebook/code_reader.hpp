// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/codebook/book_context.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/sources.hpp"

namespace topos {

/// Reads every `[[code]]` of one file and adds it to `book`. What is wrong is a finding; a code without a usable id is
/// left out.
void read_codes(const SourceFile& file, BookContext& context, Codebook& book);

/// The examples in an array of strings; what is none is a finding. `owner`: id of the code.
[[nodiscard]] std::vector<Example> read_examples(const TomlValue& array, const std::string& path,
                                                 const std::string& owner, Findings& findings);

/// Reports equal ids of patterns, and patterns that are repeated inside one code and language.
void check_identity(const Code& code, Findings& findings);

}  // namespace topos
