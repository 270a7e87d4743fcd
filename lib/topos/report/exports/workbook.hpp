// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/report/table.hpp"

namespace topos {

/// Rows of a sheet and characters (UTF-16 units) of a cell that Excel can hold.
inline constexpr std::uint32_t most_sheet_rows = 1'048'576;
inline constexpr std::size_t longest_cell = 32'767;

/// Appends a row as Workbook::run takes it. Line ends become line feeds, and what XML cannot hold U+FFFD; texts longer
/// than a cell are cut, and added to `cut`.   Domain: texts are valid UTF-8.
void append_sheet_row(std::string& out, const std::vector<Cell>& cells, std::size_t& cut);

/// A workbook in temporary files. libxlsxwriter is loaded for it. The same rows give the same bytes.
class Workbook {
 public:
  /// `rows`: a sheet has no more of them; what is left goes into a further one with the same first row.
  /// Errors: Errc::missing, if libxlsxwriter is not installed; Errc::io, if no file can be made in `folder`.
  explicit Workbook(const std::string& folder, std::uint32_t rows = most_sheet_rows);
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook();

  /// Begins a sheet, whose first row names the columns.   Domain: `name` has at most 25 characters.   Errors: Errc::io.
  void begin(const std::string& name);
  /// Adds the rows that end in `rows`; what is left waits for more. No text is taken for a formula, a number or an
  /// address. Errors: Errc::io.
  void run(std::string_view rows);
  /// Ends the workbook, checks that it holds all cells, and hands its bytes out in pieces. Once.   Errors: Errc::io,
  /// beyond 4 GiB too.
  void copy(const std::function<void(std::string_view)>& take);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
