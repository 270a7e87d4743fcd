// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/codebook/book_context.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/sources.hpp"

namespace topos {

/// Reads `[codebook]` of the book's own file, checks that of an included one.
void read_book_table(const SourceFile& file, bool own, BookContext& context, Codebook& book);

/// Reads the tables `[language.LANG]`.
void read_language_tables(const SourceFile& file, BookContext& context, Codebook& book);

/// Reads `[macros]` of one file into the context.
void read_macros(const SourceFile& file, BookContext& context);

/// Checks every macro by itself. Call when all files are read.
void check_macros(BookContext& context);

/// Whether `text` is a primary language subtag: two or three small letters.
[[nodiscard]] bool is_primary_subtag(std::string_view text) noexcept;

}  // namespace topos
