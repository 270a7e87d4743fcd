// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "report/table_view.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/matching/selection.hpp"

namespace topos::cli {

/// The codes that their book marks as its main ones.
[[nodiscard]] std::set<std::string> main_codes(const std::vector<const Codebook*>& books);

/// The main codes that `codes` selects, or else all of these.
[[nodiscard]] CodeSelection main_selection(const std::vector<const Codebook*>& books, const CodeSelection& codes);

/// Arranges the rows of a table of codes and groups into a grid for a figure.
class CodeRows {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// `by`: columns of groups, which stand behind the column `code`. `main`: codes to draw, if some of them have rows;
  /// else all are. Of them, the `most` with most hits.
  CodeRows(const TableView& view, std::size_t by, const std::set<std::string>& main, std::size_t most);
  /// By falling number of hits.
  [[nodiscard]] const std::vector<std::string>& codes() const noexcept { return codes_; }
  /// Codes that could be drawn.
  [[nodiscard]] std::size_t all_codes() const noexcept { return all_codes_; }
  /// Whether codes that are no main ones were left out.
  [[nodiscard]] bool only_main() const noexcept { return only_main_; }
  [[nodiscard]] const std::vector<std::vector<std::string>>& groups() const noexcept { return groups_; }
  /// The row of a code and a group, or none.
  [[nodiscard]] std::size_t row(std::size_t code, std::size_t group) const;
  /// Numbers of those with most words, in their order.
  [[nodiscard]] std::vector<std::size_t> largest_groups(std::size_t most) const;
  [[nodiscard]] const std::vector<std::size_t>& group_columns() const noexcept { return group_columns_; }

 private:
  std::vector<std::string> codes_;
  std::size_t all_codes_ = 0;
  bool only_main_ = false;
  std::vector<std::vector<std::string>> groups_;
  std::vector<double> words_;
  std::vector<std::size_t> group_columns_;
  std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> rows_;
};

}  // namespace topos::cli
