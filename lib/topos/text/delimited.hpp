// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/text/byte_source.hpp"

namespace topos {

/// How the cells of a table are told apart.
struct Dialect {
  char delimiter = ',';
  bool quoted = true;  ///< RFC 4180 quotes; otherwise `\t`, `\n` and `\\` are escapes and a line is a row
};
/// CSV with `,`, `;` or tab, or TSV, as the header line shows. `name` may decide by its extension.
[[nodiscard]] Dialect dialect_of(std::string_view header, std::string_view name);

/// Reads a table of UTF-8 text row by row. Every row has as many cells as the header, or is an error.
class DelimitedReader {
 public:
  /// Reads the header. Errors: Errc::table, if there is none, or a name is empty or given twice.
  DelimitedReader(std::unique_ptr<ByteSource> source, std::string path);

  /// The next row, or nothing at the end. Errors: Errc::table and Errc::too_large with the row's line; reading may go
  /// on after them, except where `broken`.
  [[nodiscard]] std::optional<std::vector<std::string>> next();
  /// Whether the last error leaves no way to find the next row.
  [[nodiscard]] bool broken() const noexcept { return broken_; }

  [[nodiscard]] const std::vector<std::string>& header() const noexcept { return header_; }
  /// Index of the column called `name`.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const noexcept;
  /// Number of the row last returned or refused, from 1 below the header, and the line at which it begins.
  [[nodiscard]] std::size_t row() const noexcept { return row_; }
  [[nodiscard]] std::size_t line() const noexcept { return row_line_; }

 private:
  int get();
  [[nodiscard]] int peek();
  bool read_cells(std::vector<std::string>& cells);
  bool read_quoted(std::string& cell);
  void put(std::string& cell, char c);
  void check_header();

  std::unique_ptr<PeekedSource> source_;
  std::string path_;
  Dialect dialect_;
  std::vector<std::string> header_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  std::size_t row_ = 0;
  std::size_t row_size_ = 0;
  bool stray_ = false;  ///< text after a closing quote
  bool broken_ = false;
};

/// "a, b, c" for messages; long lists are cut.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace topos
