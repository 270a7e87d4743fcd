// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/codebook/formats/book_format.hpp"

namespace topos {

/// Columns of a table that holds a whole book, a row a code, pattern, example …
inline constexpr std::string_view table_columns[] = {
    "kind",   "code", "label", "dimension", "definition", "include", "exclude",  "note",     "layer",
    "group",  "quad", "main",  "priority",  "language",   "text",    "weight",   "negation", "case",
    "region", "id",   "near",  "not_near",  "left",       "right",   "not_left", "not_right"};

/// Reads a table with the column `kind` as it was written, or a list of terms: a column of categories (`code`,
/// `category` or `key`) and one of patterns (`pattern`) or of terms as other programs write them (`term`, `word`,
/// `value` or `entry`), perhaps with `weight`, `label`, `definition` and `language`. Errors: Errc::table for what is no
/// table; Errc::codebook with the line for one that is no book.
[[nodiscard]] BookDraft read_table_book(std::string_view bytes, const ImportOptions& options, Losses& losses);

}  // namespace topos
