// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/report/writer.hpp"

namespace topos {

/// A cell as text: empty if undefined, numbers as number_text writes them, control characters visible if
/// `options.terminal`.
[[nodiscard]] std::string cell_text(const Cell& cell, const WriteOptions& options);

/// The most bytes that a whole number has in decimal digits.
inline constexpr std::size_t most_digits = 20;
/// Writes a whole number in decimal digits and returns where it ends. Domain: there is room for `most_digits` bytes at
/// `to`.
char* put_whole(char* to, std::int64_t number) noexcept;

/// Appends a cell as a JSON value; `null` if undefined.
void append_json_cell(std::string& out, const Cell& cell, const WriteOptions& options);

/// Appends one row as a JSON object whose names are those of the columns.
void append_json_row(std::string& out, const std::vector<Column>& columns, std::span<const Cell> cells,
                     const WriteOptions& options);

/// Appends `text` with & < > " ' as entities: fit for HTML elements and quoted attributes.
void append_html(std::string& out, std::string_view text);

/// Appends `text` with what Markdown would read as markup escaped, on one line; an underscore inside a word is none.
void append_markdown(std::string& out, std::string_view text);

}  // namespace topos
